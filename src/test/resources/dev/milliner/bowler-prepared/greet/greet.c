/* Greets in the name that /etc/greet.conf gives. */
#include <stdio.h>

int main(void)
{
    char name[64] = "nobody";
    FILE *conf = fopen("/etc/greet.conf", "r");
    if (conf) {
        if (fscanf(conf, "name = %63s", name) != 1)
            name[0] = 0;
        fclose(conf);
    }
    printf("greet: welcome to %s\n", name);
    return 0;
}
