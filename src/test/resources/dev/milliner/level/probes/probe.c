/* Loops and shifts, for which a compiler writes other instructions at each level. */
#include <stdio.h>
static double area(const double *x, int n) { double s = 0; for (int i = 0; i < n; i++) s += x[i] * x[i] + 1; return s; }
unsigned spread(unsigned v, int by) { return (v << by) ^ (v >> (by & 7)); }
int main(int c, char **v) { double x[64]; for (int i = 0; i < 64; i++) x[i] = spread(c + i, i); printf("%f %s\n", area(x, c * 4), v[0]); return 0; }
