/* What a module of the kernel is to a reader: an object with .modinfo, whole numbers alone. */
__attribute__((section(".modinfo"), used)) static const char licence[] = "license=GPL";
unsigned long mix(unsigned long v, int by) { return (v << by) ^ (v >> (by & 31)); }
unsigned long least(unsigned long v, unsigned long w) { return (v & -v) + (~w & v); }
