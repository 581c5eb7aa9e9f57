/* Says how it was compiled, and proves it by computing with what it was compiled for. */
#include <stdio.h>

#if defined(__AVX2__) && defined(__FMA__) && defined(__BMI2__)
#define LEVEL "x86-64-v3"
#elif defined(__SSE4_2__)
#define LEVEL "x86-64-v2"
#else
#define LEVEL "x86-64"
#endif

int main(void)
{
    float sum[8] = {1, 2, 3, 4, 5, 6, 7, 8};
    for (int i = 0; i < 8; i++)
        sum[i] = sum[i] * sum[i] + sum[i];
    printf("brim: %s, %s brim, %g\n", LEVEL, EDGE, sum[7]);
    return 0;
}
