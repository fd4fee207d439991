/* The switches of a build. A profile (PROFILE_TINY, PROFILE_SMALL, else full) sets them all;
 * a port overrides single ones with -D. One line each: what it buys, what it costs. */
#ifndef ADDER_CONFIG_H
#define ADDER_CONFIG_H

#include <stdint.h>

#if defined(PROFILE_TINY)
#define ADDER_LEVEL 0
#elif defined(PROFILE_SMALL)
#define ADDER_LEVEL 1
#else
#define ADDER_LEVEL 2
#endif

/* Floats are doubles (1) or singles (0). Those of the word's width are unboxed. */
#ifndef ADDER_DOUBLE
#define ADDER_DOUBLE (UINTPTR_MAX > 0xffffffffu)
#endif

/* Entries of the shared attribute and global cache, a power of two; 24 or 16 bytes each. 0: there is none, and 2 KiB
 * less code. */
#ifndef ADDER_CACHE
#if ADDER_LEVEL > 0
#define ADDER_CACHE (ADDER_LEVEL == 2 ? 1024 : 128)
#else
#define ADDER_CACHE 0
#endif
#endif

/* Exceptions raised by C code say what was wrong in CPython's words; about 22 KiB. Without, only those about
 * names, attributes, modules and syntax do, and the usual ones; the others have one short text for each type. */
#ifndef ADDER_MESSAGES
#define ADDER_MESSAGES (ADDER_LEVEL == 2)
#endif

/* ... the usual ones: operands and arguments that don't fit, what cannot be called, iterated, indexed; 3 KiB. */
#ifndef ADDER_USUAL_MESSAGES
#define ADDER_USUAL_MESSAGES (ADDER_LEVEL >= 1)
#endif

/* A SyntaxError shows the line, and the place in it; about 6 KiB. Without, it tells the line's number, and
 * __future__ is a module like any other: there is none. */
#ifndef ADDER_SYNTAX_TEXT
#define ADDER_SYNTAX_TEXT (ADDER_LEVEL >= 1)
#endif

/* ... and says what is wrong there, in CPython's words: 6 KiB. Without, all is "invalid syntax" or "invalid indentation". */
#ifndef ADDER_SYNTAX_MESSAGES
#define ADDER_SYNTAX_MESSAGES (ADDER_LEVEL == 2)
#endif

/* ... and guesses what was meant ("Perhaps you forgot a comma?"): 3 KiB. */
#ifndef ADDER_SYNTAX_HINTS
#define ADDER_SYNTAX_HINTS (ADDER_LEVEL == 2)
#endif

/* SyntaxWarnings: what is allowed, but hardly meant; 3 KiB. */
#ifndef ADDER_SYNTAX_WARNINGS
#define ADDER_SYNTAX_WARNINGS (ADDER_LEVEL == 2)
#endif

/* The texts of messages are packed to about half (tools/pack_texts.c). The Makefile sets it, since the sources pass
 * through the tool. PACKED_TEXT marks the expressions whose string literals are to be packed: formats of printers. */
#ifndef ADDER_PACKED_TEXTS
#define ADDER_PACKED_TEXTS 0
#endif
#if !ADDER_PACKED_TEXTS
#define PACKED_TEXT(text) text
#endif

/* Parts of the language and of the built-in types that a small image can do without. What uses one that is left out
 * gets a SyntaxError, NameError or TypeError. The bytes are those on a Cortex-M3. */
#ifndef ADDER_COMPLEX /* complex numbers: 4 KiB */
#define ADDER_COMPLEX (ADDER_LEVEL == 2)
#endif
#ifndef ADDER_MEMORYVIEW /* memoryview: 6 KiB */
#define ADDER_MEMORYVIEW (ADDER_LEVEL >= 1)
#endif
#ifndef ADDER_PERCENT /* "%d" % x: 2.5 KiB */
#define ADDER_PERCENT (ADDER_LEVEL >= 1)
#endif
#ifndef ADDER_GROUPS /* ExceptionGroup and except*: 3.5 KiB */
#define ADDER_GROUPS (ADDER_LEVEL == 2)
#endif
#ifndef ADDER_TYPING /* type parameters, type aliases, list[int], int | str: 5 KiB */
#define ADDER_TYPING (ADDER_LEVEL == 2)
#endif
#ifndef ADDER_SLOTS /* __slots__ are descriptors and places of their own; without, a class variable like any other: 2 KiB */
#define ADDER_SLOTS (ADDER_LEVEL == 2)
#endif
#ifndef ADDER_FINALISERS /* __del__, `finally` of generators that nobody closes, weak references; files need them: 1 KiB */
#define ADDER_FINALISERS (ADDER_LEVEL >= 1 || ADDER_FILES)
#endif
#ifndef ADDER_SETS /* set, frozenset and their displays: 3 KiB */
#define ADDER_SETS (ADDER_LEVEL >= 1)
#endif
/* Sets are in CPython's order, and hashes are its: 64 bits. Without, sets are in the order of insertion: 3 KiB. */
#ifndef ADDER_SET_ORDER
#define ADDER_SET_ORDER (ADDER_LEVEL == 2)
#endif
#ifndef ADDER_CLASS_HOOKS /* metaclasses, descriptors in Python, __getattribute__, __setattr__, __set_name__, __slots__ ...: 4 KiB */
#define ADDER_CLASS_HOOKS (ADDER_LEVEL >= 1)
#endif
#ifndef ADDER_DERIVED_TYPES /* classes derived from built-in types other than object and exceptions: 3 KiB */
#define ADDER_DERIVED_TYPES (ADDER_LEVEL >= 1)
#endif
#ifndef ADDER_MATCH /* the match statement: 5 KiB */
#define ADDER_MATCH (ADDER_LEVEL == 2)
#endif
#ifndef ADDER_ASYNC /* async def, for, with, comprehensions; await */
#define ADDER_ASYNC (ADDER_LEVEL >= 1)
#endif
#ifndef ADDER_ASYNC_GENERATORS /* yield in async def, async generator expressions: 2.5 KiB */
#define ADDER_ASYNC_GENERATORS (ADDER_LEVEL == 2)
#endif
#ifndef ADDER_ANNOTATIONS /* __annotations__; without, annotations are read and forgotten: 1.5 KiB */
#define ADDER_ANNOTATIONS (ADDER_LEVEL == 2)
#endif
/* x := y, f"{x=}", / in parameters, brackets around the items of a with; names __x of classes' own (else they are names
 * like all others): 1.3 KiB */
#ifndef ADDER_MORE_SYNTAX
#define ADDER_MORE_SYNTAX (ADDER_LEVEL >= 1)
#endif
#ifndef ADDER_TEMPLATES /* t"...": 2 KiB */
#define ADDER_TEMPLATES (ADDER_LEVEL == 2)
#endif
#ifndef ADDER_WARNINGS /* the exceptions that libraries raise: warnings, each kind of OSError; 3 KiB */
#define ADDER_WARNINGS (ADDER_LEVEL == 2)
#endif

/* What MicroPython's builds for usual boards have beyond its smallest: more methods of built-in types, special methods of
 * built-in types by name, slices with a step as targets, slices of ranges, grouping in formats, attributes of functions,
 * compile(); 7 KiB. */
#ifndef ADDER_USUAL_METHODS
#define ADDER_USUAL_METHODS (ADDER_LEVEL >= 1)
#endif

/* Those that only CPython has, attributes about functions, code and classes too, and int.__add__ and the like: 17 KiB. */
#ifndef ADDER_METHODS
#define ADDER_METHODS (ADDER_LEVEL == 2)
#endif

/* Files: open(), import of source files, source lines in tracebacks. */
#ifndef ADDER_FILES
#define ADDER_FILES 1
#endif

/* Source lines in tracebacks, the failing expression underlined: 2 KiB. */
#ifndef ADDER_EXCERPTS
#define ADDER_EXCERPTS (ADDER_LEVEL == 2 || (ADDER_LEVEL == 1 && ADDER_FILES))
#endif

/* Tracebacks tell which exceptions an exception came from, and stop at sys.tracebacklimit: 0.5 KiB. */
#ifndef ADDER_CHAINS
#define ADDER_CHAINS (ADDER_LEVEL >= 1)
#endif

/* Columns in line tables: excerpts underline by them. */
#ifndef ADDER_COLUMNS
#define ADDER_COLUMNS ADDER_EXCERPTS
#endif

/* Encodings besides UTF-8 and ASCII, error handlers, exceptions that tell the place: 4 KiB. */
#ifndef ADDER_CODECS
#define ADDER_CODECS (ADDER_LEVEL == 2)
#endif

/* Functions with more than 32 KiB of code, 200 locals or parameters or 256 names, and no quadratic time in those with very many
 * names or constants; 3 KiB. Without, the compiler refuses what is too large. */
#ifndef ADDER_LARGE_FUNCTIONS
#define ADDER_LARGE_FUNCTIONS (ADDER_LEVEL == 2)
#endif

/* The compiler computes what is constant, and keeps no variable for a constant declared by const(); 1.5 KiB. Without,
 * only negative numbers are constants, and const(x) is x. */
#ifndef ADDER_FOLDING
#define ADDER_FOLDING (ADDER_LEVEL >= 1)
#endif

/* The classes and the case of letters beyond ASCII (all of Unicode in the full profile, else Latin-1): 1 KiB. */
#ifndef ADDER_LETTERS
#define ADDER_LETTERS (ADDER_LEVEL >= 1)
#endif

/* Names in the source in the normal form NFKC, as the language has them; 34 KiB, nearly all of them tables. */
#ifndef ADDER_NORMAL_FORM
#define ADDER_NORMAL_FORM (ADDER_LEVEL == 2)
#endif

/* Threads: _thread, threading, queue. The port must have them (port.h); programs that start none pay nothing. */
#ifndef ADDER_THREADS
#define ADDER_THREADS (ADDER_LEVEL == 2 && ADDER_FILES)
#endif

/* Data of more than a MiB: what takes time only for that looks for Ctrl-C meanwhile; 2 KiB. */
#ifndef ADDER_LARGE_DATA
#define ADDER_LARGE_DATA ADDER_FILES
#endif

/* Algorithms for large data: a sort that makes use of runs, search in linear time whatever the text, fast
 * multiplication, division and conversion of ints of thousands of digits; 6 KiB. Without, the plain ones. */
#ifndef ADDER_ALGORITHMS
#define ADDER_ALGORITHMS (ADDER_LEVEL == 2)
#endif

/* Floats to text and back by powers of ten to 128 bits; 2.5 KiB. Without, by exact arithmetic alone: some ten times slower. */
#ifndef ADDER_FLOAT_TABLES
#define ADDER_FLOAT_TABLES (ADDER_LEVEL == 2)
#endif

/* Frame objects, sys.settrace() and setprofile(), breakpoint(): a second, slower loop of the machine for while they are
 * in use, and line tables that know the lines of all instructions. Without, a traceback has no frames. */
#ifndef ADDER_TRACING
#define ADDER_TRACING (ADDER_LEVEL == 2)
#endif

/* Fast paths in line in the machine and in what it calls; about 15 KiB. Without, instructions of one kind share code. */
#ifndef ADDER_FAST
#define ADDER_FAST (ADDER_LEVEL == 2)
#endif

/* Dispatch by computed goto (GNU C, and ADDER_FAST); else by switch. */
#ifndef ADDER_COMPUTED_GOTO
#if defined(__GNUC__) && ADDER_FAST
#define ADDER_COMPUTED_GOTO 1
#else
#define ADDER_COMPUTED_GOTO 0
#endif
#endif

/* The prompt's lines are edited, statements are recalled; 4 KiB. Without, there are backspace and the line before. */
#ifndef ADDER_LINE_EDITOR
#define ADDER_LINE_EDITOR (ADDER_LEVEL >= 1)
#endif

/* The prompt's paste mode (tools use the raw modes): 0.3 KiB. */
#ifndef ADDER_PASTE_MODE
#define ADDER_PASTE_MODE (ADDER_LEVEL >= 1)
#endif

/* \N{name} escapes: about 300 KiB of character names. */
#ifndef ADDER_UNICODE_NAMES
#define ADDER_UNICODE_NAMES (ADDER_LEVEL == 2)
#endif

/* The C stack that recursion in C may use, in bytes, before RecursionError. */
#ifndef ADDER_C_STACK
#define ADDER_C_STACK (ADDER_LEVEL == 2 ? 2 * 1024 * 1024 : 12 * 1024)
#endif

/* The VM stack that Python recursion may use, in bytes, before RecursionError. */
#ifndef ADDER_VM_STACK
#define ADDER_VM_STACK (ADDER_LEVEL == 2 ? 32 * 1024 * 1024 : 32 * 1024)
#endif

/* Symbols in ROM that the build does not use are left out, and the others take 12 bytes instead of 18: about 12 KiB.
 * The Makefile sets it, since a header must be made first: see there. */
#ifndef ADDER_COMPACT_SYMBOLS
#define ADDER_COMPACT_SYMBOLS 0
#endif

/* Which modules there are: 0 `builtins` alone, 1 those of modules.def. */
#ifndef ADDER_MODULES
#define ADDER_MODULES 1
#endif

/* Code files (docs/codefile.md) can be loaded: the reader and the verifier. */
#ifndef ADDER_CODE_FILES
#define ADDER_CODE_FILES (ADDER_LEVEL >= 1 && ADDER_FILES)
#endif

/* `adder compile`, which makes them. */
#ifndef ADDER_CODE_WRITER
#define ADDER_CODE_WRITER (ADDER_LEVEL == 2 && ADDER_FILES)
#endif

/* Items other than bytes: of arrays, packed structs and memoryviews of such; 3 KiB. */
#ifndef ADDER_ITEMS
#define ADDER_ITEMS (ADDER_MODULES || ADDER_METHODS)
#endif

/* The modules of lib/ are part of the image; about 2 KiB each. */
#ifndef ADDER_FROZEN
#define ADDER_FROZEN (ADDER_CODE_FILES && ADDER_MODULES && ADDER_FILES)
#endif

/* -X disassemble: prints the bytecode of a program; about 2 KiB. */
#if !defined(ADDER_DISASSEMBLER) && ADDER_LEVEL == 2
#define ADDER_DISASSEMBLER 1
#endif

#endif
