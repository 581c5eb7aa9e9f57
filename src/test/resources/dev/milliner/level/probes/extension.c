/* A module of Python, as far as a reader of its code goes. */
#include <stddef.h>
double dot(const double *x, const double *y, size_t n) { double s = 0; for (size_t i = 0; i < n; i++) s += x[i] * y[i]; return s; }
void *PyInit_extension(void) { return NULL; }
