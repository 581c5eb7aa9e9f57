/* Nothing in it tells of a level. */
int main(void) { return 0; }
