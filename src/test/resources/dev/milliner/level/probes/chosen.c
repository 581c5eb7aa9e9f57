/* A function that is chosen when the program starts (IFUNC), beside one that is not. */
#include <stdio.h>
__attribute__((target_clones("default","arch=x86-64-v3"))) int sum(const int *x, int n) { int s = 0; for (int i = 0; i < n; i++) s += x[i] * 3; return s; }
double base(const double *x, int n) { double s = 0; for (int i = 0; i < n; i++) s += x[i]; return s; }
int main(int c, char **v) { int x[64]; double y[8]; for (int i = 0; i < 64; i++) x[i] = c * i; for (int i = 0; i < 8; i++) y[i] = c + i; printf("%d %f %s\n", sum(x, 64), base(y, 8), v[0]); return 0; }
