/* Where Adder's static variables end: see fuzz.c. */
char fuzz_last[8];
