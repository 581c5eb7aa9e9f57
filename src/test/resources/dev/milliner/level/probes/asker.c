/* Chooses what another object of the archive has. */
int fast(int x);
int slow(int x);
int chosen(int x) { return __builtin_cpu_supports("avx2") ? fast(x) : slow(x); }
