/* Makes the macros of builtins.def ready for another meaning. Included after each use. */
#undef FUN_0
#undef FUN_1
#undef FUN_2
#undef FUN_3
#undef FUN_V
#undef FUN_K
#undef OBJECT
#undef CONSTANT
