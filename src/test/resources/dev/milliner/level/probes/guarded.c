/* A function that is called only where the processor has AVX2. */
#include <stdio.h>
#define BODY { int s = 0; for (int i = 0; i < n; i++) s += x[i] * 3; return s; }
__attribute__((target("avx2"), noinline)) static int fast(const int *x, int n) BODY
__attribute__((noinline)) static int slow(const int *x, int n) BODY
int main(int c, char **v) { int x[64]; for (int i = 0; i < 64; i++) x[i] = c * i; printf("%d %s\n", __builtin_cpu_supports("avx2") ? fast(x, 64) : slow(x, 64), v[0]); return 0; }
