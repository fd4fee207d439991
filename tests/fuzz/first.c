/* Where Adder's static variables begin: see fuzz.c. */
char fuzz_first[8];
