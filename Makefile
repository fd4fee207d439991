# Adder: GNU make, no recursion. Everything that is made lies under build/:
#
#   build/adder            the Linux binary of the profile `full`
#   build/NAME/adder       other builds: small tiny (profiles), plain (tiny with all of the language, for the tests),
#                          sanitize, switch (no computed goto), single (floats of 32 bits), arm arm-double (32 bits), mips
#                          mips-double (32 bits, big-endian): see BUILDS
#   build/gen/             headers that tools/gen*.c write
#
#   make [all]             build/adder            make run      ... and start its prompt
#   make small tiny        other builds           make test     all tests, in all modes
#   make bench             the benchmarks
#   make size              what tiny and small take of a Cortex-M3's flash and RAM, and `full` of a file, by folder
#   make fuzz              a minute of each fuzz target (needs clang)
#   make format            clang-format           make install  to $(DESTDIR)$(PREFIX)
#
# PROFILE=small, SANITIZE=1, DISPATCH=switch or BUILD=single choose what `all` and `run` mean; WERROR=1 is strict.

PREFIX ?= /usr/local
MANDIR ?= $(PREFIX)/share/man
PORT ?= linux
# The builds, and those of them that a cross compiler makes and QEMU runs.
CROSS := arm arm-double mips mips-double
BUILDS := full small tiny plain sanitize switch single coverage $(CROSS)

ifeq ($(origin CC),default)
CC := $(firstword $(foreach c,gcc cc clang,$(shell command -v $(c))) cc)
endif
ifeq ($(shell command -v $(firstword $(CC))),)
$(error Adder needs a C compiler: install one with `apt-get install gcc libc6-dev` (or set CC))
endif
HOSTCC ?= $(CC)
SIZE ?= $(shell command -v size)

# ---- which build is meant ----

PROFILE ?= full
BUILD := $(PROFILE)
ifdef SANITIZE
BUILD := sanitize
endif
ifeq ($(DISPATCH),switch)
BUILD := switch
endif
ifeq ($(filter $(BUILD),$(BUILDS)),)
$(error There is no build `$(BUILD)`; there are: $(BUILDS))
endif
binary = $(if $(filter full,$(1)),build/adder,build/$(1)/adder)

# ---- flags ----

WARNINGS := -Wall -Wextra $(if $(or $(WERROR),$(filter test,$(MAKECMDGOALS))),-Werror)
ALL_CPPFLAGS := -D_FILE_OFFSET_BITS=64 -D_TIME_BITS=64 -Isrc -Iinclude -Imodules -Ibuild/gen $(CPPFLAGS)
# No PIE: tables with addresses in them stay read-only and need no work at start.
ALL_CFLAGS := -std=gnu11 -g $(WARNINGS) -fno-strict-aliasing -fno-pie \
              -ffunction-sections -fdata-sections -fno-math-errno -fno-asynchronous-unwind-tables
# Static where libc is there as an archive: that halves the memory and the work of a start. STATIC= turns it off.
STATIC ?= $(if $(wildcard $(shell $(CC) -print-file-name=libc.a)),1)
# One segment for code and constants: two pages less of file and memory than with each in its own.
ALL_LDFLAGS := -no-pie -Wl,--gc-sections -Wl,-z,norelro -Wl,-z,noseparate-code -Wl,--as-needed
LDLIBS ?= -lm

# These flags, if the compiler has them all.
known = $(shell $(CC) -Werror $(1) -E -xc /dev/null >/dev/null 2>&1 && echo $(1))

# Of what GCC aligns for speed on x86, functions and loops are enough: 30 KB less.
CFLAGS_full     := -O2 $(call known,-malign-data=abi -falign-functions=8 -falign-jumps=1 -falign-labels=1)
# (At -Os GCC sees uninitialised variables where there are none.)
# (With all messages, since tests compare them: here there is room.)
CFLAGS_small    := -Os -Wno-maybe-uninitialized -DPROFILE_SMALL -DADDER_MESSAGES=1
CFLAGS_tiny     := -Os -Wno-maybe-uninitialized -DPROFILE_TINY
# (memcpy() of no bytes from NULL is fine: C2y says so.)
# The plain algorithms and data of tiny, and no part of the language missing: so all tests try them.
CFLAGS_plain    := -Os -Wno-maybe-uninitialized -DPROFILE_TINY $(patsubst %,-DADDER_%=1,MESSAGES USUAL_MESSAGES SYNTAX_TEXT SYNTAX_MESSAGES \
    SYNTAX_HINTS COMPLEX MEMORYVIEW PERCENT GROUPS TYPING MATCH ASYNC ASYNC_GENERATORS ANNOTATIONS TEMPLATES WARNINGS SETS CLASS_HOOKS DERIVED_TYPES SLOTS USUAL_METHODS METHODS EXCERPTS COLUMNS \
    CODECS CODE_FILES CODE_WRITER FROZEN LARGE_FUNCTIONS CHAINS MORE_SYNTAX LETTERS PASTE_MODE SYNTAX_WARNINGS) -DADDER_C_STACK=0x200000 -DADDER_VM_STACK=0x2000000
CFLAGS_sanitize := -O1 -fsanitize=address,undefined -fno-sanitize=nonnull-attribute \
                   -fno-sanitize-recover=undefined -fno-omit-frame-pointer
CFLAGS_switch   := -O2 -DADDER_COMPUTED_GOTO=0
CFLAGS_coverage := -O1 -Wno-maybe-uninitialized --coverage
CFLAGS_single   := -O2 -DADDER_DOUBLE=0
CFLAGS_arm      := -O2
CFLAGS_arm-double := -O2 -DADDER_DOUBLE=1
CFLAGS_mips      := -O2
CFLAGS_mips-double := -O2 -DADDER_DOUBLE=1
LDFLAGS_sanitize := -fsanitize=address,undefined
LDFLAGS_coverage := --coverage

# The compiler of each build. Cross builds are static, so QEMU needs no libraries.
cc = $(or $(addprefix $(filter %ccache,$(CC)) ,$(CC_$(1))),$(CC))
CC_arm := arm-linux-gnueabihf-gcc
CC_arm-double := $(CC_arm)
CC_mips := mips-linux-gnu-gcc
CC_mips-double := $(CC_mips)
$(foreach b,$(CROSS),$(eval LDFLAGS_$(b) := -static))

# What a start runs lies together, where the linker can do that (bfd and lld): less resident memory. Asked only when
# something is linked.
START := -Wl,-T,port/$(PORT)/start.ld
LDFLAGS_full = $(if $(shell $(CC) -nostdlib -shared $(START) -xc /dev/null -o /dev/null 2>&1 || echo no),,$(START))
ifneq ($(STATIC),)
LDFLAGS_full += -static
endif

# Flags of single files: FLAGS_path/without/suffix, in all builds; FAST_..., in the -O2 builds only.
FAST_src/vm/loop := -O3 -fno-gcse -fno-crossjumping
FAST_src/vm/loop_traced := -Os

# -O2 inlines small functions that do not say `inline` only here, where programs gain by that. (It takes 17 KB off.)
INLINED := src/heap/% src/compiler/% src/runtime/builtins $(addprefix src/value/,text_hash utf8) \
    $(addprefix src/vm/,call generator loop% opcodes ops) \
    $(addprefix src/object/,bignum cfunction code dict dict_methods format instance int integer iterate list operate printer set set_table sort \
        str super symbol_table text) \
    $(addprefix modules/,binascii deflate itertools re/match struct)

# For size in the -O2 builds, too: what runs once for a piece of source, a file, a key or an error, and not in the loops of
# programs. (That takes 89 KB off, and compiling is 3 % slower; with all of the compiler 6 %, for 3 KB.)
COLD := $(filter-out $(addprefix src/compiler/,arena assemble codegen fold),$(patsubst %.c,%,$(wildcard src/compiler/*.c))) \
    src/repl/% port/% vfs/% \
    $(addprefix src/runtime/,builtins_run codefile codefile_write color entry excerpt file help history% hooks import iobase load record start suggest textfile \
        thread traceback) \
    $(addprefix src/vm/,disassemble frame_locals frame_object trace verify) \
    $(addprefix src/object/,class_build code_attrs codec exception_group function generic_alias iterate_copy mappingproxy memory memoryview_methods object \
        template typevar weakref) \
    $(addprefix modules/,codecs errno gc micropython os os_path random ringio select sha512 sys thread time weakref collections/collections \
        collections/namedtuple math/cmath math/gamma re/compile re/match_object re/parse re/re re/template)
# (A table of jumps has 8 bytes for each case, a comparison fewer; and what is pushed once is smaller than what is saved
# around calls: 4 KB, and compiling is 0.5 % slower.)
COLD_FLAGS := -Os -Wno-maybe-uninitialized $(call known,-fno-jump-tables -fno-caller-saves)

# ---- what there is ----

SOURCES := $(wildcard src/*/*.c vfs/*.c modules/*.c modules/*/*.c port/$(PORT)/*.c)
CORE := $(filter-out port/$(PORT)/main.c,$(SOURCES))
GENERATORS := $(wildcard tools/gen*.c)
GENERATED := $(GENERATORS:tools/gen%.c=build/gen/%.h)
UNIT_TESTS := $(wildcard tests/unit/*.c)

.PHONY: all run test builds coverage bench size format clean install uninstall unit $(BUILDS)
.DELETE_ON_ERROR:
.SECONDARY: $(GENERATED) $(foreach b,$(BUILDS),$(UNIT_TESTS:%.c=build/$(b)/%.o)) $(GENERATORS:tools/%.c=build/tools/%)

all: $(call binary,$(BUILD))

# ---- generated headers: tools/genNAME.c writes build/gen/NAME.h to its standard output ----

build/tools/%: tools/%.c
	@mkdir -p $(@D)
	$(HOSTCC) -std=gnu11 -O1 -Wall -Wextra -Isrc -Ibuild/gen -DADDER_SYMBOL_SCAN -MMD -MP -o $@ $<

build/gen/%.h: build/tools/gen%
	@mkdir -p $(@D)
	$< > $@

-include $(GENERATORS:tools/%.c=build/tools/%.d) build/tools/compact_symbols.d build/tools/pack_texts.d \
    build/tools/pack_sources.d

# ---- modules in the image: those that are imported most are compiled, by a binary that has none, for the machine that is
# to run it; the sources of the others are packed ----

LIBRARY := $(wildcard lib/*.py lib/*/*.py)
COMPILED := $(foreach m,abc bisect copy copyreg enum functools heapq json keyword types,lib/$(m).py)
STAGE := build/stage/adder
$(foreach b,arm arm-double m3-tiny m3-small,$(eval TARGET_$(b) := 32le))
$(foreach b,mips mips-double,$(eval TARGET_$(b) := 32be))
HERE_TARGET := $(shell printf '\001\000' | od -An -tu2 | grep -qw 1 && e=le || e=be; echo $$(getconf LONG_BIT)$$e)
target = $(or $(TARGET_$(1)),$(HERE_TARGET))
# $(1): a source without suffix, $(2): the build
frozen = $(if $(filter src/runtime/frozen,$(1)),-Ibuild/frozen/$(call symbols,$(2)) -Ibuild/frozen/$(call target,$(2)))
# How many of the symbols a build has in ROM.
symbols = $(if $(filter $(1),$(COMPACT)),few,all)
frozen_headers = build/frozen/$(call target,$(1))/frozen_modules.h build/frozen/$(call symbols,$(1))/packed_modules.h

build/tools/pack_sources: | build/gen/syms.h

build/frozen/%/frozen_modules.h: $(COMPILED) tools/freeze.py Makefile $(STAGE)
	@mkdir -p $(@D)
	$(STAGE) tools/freeze.py $(STAGE) $* lib $(COMPILED) > $@

# (The folders: a file may be gone.)
build/frozen/%/packed_modules.h: $(filter-out $(COMPILED),$(LIBRARY)) tools/pack_phrases lib $(wildcard lib/*/) Makefile build/tools/pack_sources
	@mkdir -p $(@D)
	build/tools/pack_sources $* lib tools/pack_phrases $(filter-out $(COMPILED),$(LIBRARY)) > $@

build/stage/%.o: src/runtime/%.c | $(GENERATED)
	@mkdir -p $(@D)
	$(call cc,full) $(ALL_CPPFLAGS) $(ALL_CFLAGS) $(CFLAGS_full) $(CFLAGS) -DADDER_FROZEN=0 -MMD -MP -c -o $@ $<

STAGE_OBJECTS := build/stage/frozen.o build/stage/import.o \
    $(filter-out %/runtime/frozen.o %/runtime/import.o,$(SOURCES:%.c=build/full/%.o))

$(STAGE): $(STAGE_OBJECTS)
	$(call cc,full) $(ALL_LDFLAGS) $(LDFLAGS) -o $@.$$$$ $(STAGE_OBJECTS) $(LDLIBS) && mv $@.$$$$ $@

-include build/stage/frozen.d build/stage/import.d

# ---- the builds ----

# Small builds have only the symbols that they use, and pack the texts of their messages: the preprocessor finds which.
COMPACT := small tiny plain m3-small m3-tiny
COMPACT_FLAGS := -DADDER_COMPACT_SYMBOLS=1 -DADDER_PACKED_TEXTS=1
compact_headers = build/$(1)/gen/symbol_ids.h build/$(1)/gen/packed_pairs.h

# $(1): the build's name, $(2): compiler and flags
define compile_compact
	$(2) $(COMPACT_FLAGS) -Ibuild/$(1)/gen -MMD -MP -MT $@ -MF $(@:.o=.d) -E -o $(@:.o=.e) $<
	build/tools/pack_texts pack build/$(1)/gen/packed_pairs.h < $(@:.o=.e) > $(@:.o=.i)
	$(2) -Wno-implicit-fallthrough -c -o $@ $(@:.o=.i)
	@rm $(@:.o=.e) $(@:.o=.i)
endef

define compile_plain
	$(2) -MMD -MP -c -o $@ $<
endef

# $(1): the build's name, $(2): its sources, $(3): compiler and flags
define compact_rules
build/$(1)/gen/symbol_ids.h: build/$(1)/gen/used build/tools/compact_symbols
	build/tools/compact_symbols < $$< > $$@

build/$(1)/gen/packed_pairs.h: build/$(1)/gen/texts build/tools/pack_texts
	build/tools/pack_texts pairs < $$< > $$@

build/$(1)/gen/used build/$(1)/gen/texts: build/$(1)/gen/scanned ;

build/$(1)/gen/scanned: $(2) $(wildcard src/*/*.[dh]* modules/*.[dh]* modules/*/*.h port/*/*.h) build/tools/pack_texts | $(GENERATED)
	@mkdir -p $$(@D)
	@echo looking for the symbols and texts of $(1)
	@$(3) $$(ALL_CPPFLAGS) $(COMPACT_FLAGS) -DADDER_SYMBOL_SCAN -E -P $(2) > $$@
	@tr -c 'A-Za-z0-9_' '[\n*]' < $$@ | grep '^S_' | sort -u > $$@.used
	@build/tools/pack_texts list < $$@ | LC_ALL=C sort -u > $$@.texts
	@for found in used texts; do \
	    cmp -s $$@.$$$$found build/$(1)/gen/$$$$found || cp $$@.$$$$found build/$(1)/gen/$$$$found; done
endef

# $(1): the build's name
define build_rules
$(if $(filter $(1),$(COMPACT)),$(call compact_rules,$(1),$(SOURCES),$(call cc,$(1)) $(CFLAGS_$(1)) $(CFLAGS)))
$(1): $(call binary,$(1))

OBJECTS_$(1) := $(SOURCES:%.c=build/$(1)/%.o)

build/$(1)/%.o: %.c $(if $(filter $(1),$(COMPACT)),$(call compact_headers,$(1))) | $(GENERATED)
	@mkdir -p $$(@D)
	$$(call $(if $(filter $(1),$(COMPACT)),compile_compact,compile_plain),$(1),$$(call cc,$(1)) $$(ALL_CPPFLAGS) \
	    $$(call frozen,$$*,$(1)) $$(ALL_CFLAGS) $$(CFLAGS_$(1)) $$(FLAGS_$$*) \
	    $$(if $$(filter -O2,$$(CFLAGS_$(1))),$$(FAST_$$*) $$(if $$(filter $(COLD),$$*),$(COLD_FLAGS), \
	    $$(if $$(filter $(INLINED),$$*),,-fno-inline-functions))) $$(CFLAGS))

$(call binary,$(1)): $$(OBJECTS_$(1)) $(if $(filter full,$(1)),port/$(PORT)/start.ld)
	$$(call cc,$(1)) $$(ALL_LDFLAGS) $$(LDFLAGS_$(1)) $$(LDFLAGS) -o $$@.$$$$$$$$ $$(OBJECTS_$(1)) $$(LDLIBS) && mv $$@.$$$$$$$$ $$@
	@$$(if $$(SIZE),$$(SIZE) $$@)

# A unit test is one file with a main(), linked with all of the core.
build/$(1)/unit/%: build/$(1)/tests/unit/%.o $(CORE:%.c=build/$(1)/%.o)
	@mkdir -p $$(@D)
	$$(call cc,$(1)) $$(ALL_LDFLAGS) $$(LDFLAGS_$(1)) $$(LDFLAGS) -o $$@ $$^ $$(LDLIBS)

$(if $(filter $(1),tiny),,build/$(1)/src/runtime/frozen.o: $(call frozen_headers,$(1)))

-include $(SOURCES:%.c=build/$(1)/%.d) $(UNIT_TESTS:%.c=build/$(1)/%.d)
endef
$(foreach b,$(BUILDS),$(eval $(call build_rules,$(b))))

# ---- what one does with them ----

run: all
	@$(call binary,$(BUILD))

units = $(UNIT_TESTS:tests/unit/%.c=build/$(1)/unit/%)
unit: $(call units,full) $(call units,sanitize)

# What the tests run in: tests/run says what is left out, for want of a cross compiler or of QEMU.
TOOLS := $(notdir $(shell for tool in qemu-arm qemu-mips; do command -v $$tool; done; \
    for cc in $(CC_arm) $(CC_mips); do test -e "$$($$cc -print-file-name=libc.a 2>/dev/null)" && echo $$cc; done))
can = $(and $(filter $(CC_$(1)),$(TOOLS)),$(filter qemu-$(firstword $(subst -, ,$(1))),$(TOOLS)))
TESTED := full switch sanitize single small tiny plain $(foreach b,$(CROSS),$(if $(call can,$(b)),$(b)))
# (Tests that start the interpreter on a pseudo-terminal: an emulated process can't.)
STARTERS := test_interrupt test_raw_repl
builds: $(foreach b,$(TESTED),$(call binary,$(b))) \
    $(foreach b,$(filter full sanitize,$(TESTED)),$(call units,$(b))) \
    $(foreach b,$(filter arm mips,$(TESTED)),$(filter-out $(STARTERS:%=build/$(b)/unit/%),$(call units,$(b))))

test: builds
	@tests/run

coverage: build/coverage/adder $(call units,coverage)
	@tools/coverage.sh

bench: build/adder
	@bench/run

# The images for a Cortex-M3 that `make size` measures: the language, the prompt and `builtins`, no other module.
DEVICE := arm-none-eabi-
# Optimised as one program (-flto), or they are 6 % larger.
DEVICE_CFLAGS := -mcpu=cortex-m3 -mthumb -Os -flto=auto -flto-partition=one -ffat-lto-objects -fno-ivopts -fno-tree-loop-im -fno-move-loop-invariants \
    -Wno-maybe-uninitialized -DADDER_MODULES=0 -DADDER_FILES=0
DEVICE_SOURCES := $(wildcard src/*/*.c port/cortex-m/*.c)

define device_rules
$(call compact_rules,m3-$(1),$(DEVICE_SOURCES),$(DEVICE)gcc $(DEVICE_CFLAGS) $(2))

build/m3-$(1)/%.o: %.c $(call compact_headers,m3-$(1)) | $(GENERATED)
	@mkdir -p $$(@D)
	$$(call compile_compact,m3-$(1),$(DEVICE)gcc $$(ALL_CPPFLAGS) $$(filter-out -fno-pie,$$(ALL_CFLAGS)) $(DEVICE_CFLAGS) $(2))

build/m3-$(1)/adder.elf: $(DEVICE_SOURCES:%.c=build/m3-$(1)/%.o) port/cortex-m/link.ld
	$(DEVICE)gcc $(DEVICE_CFLAGS) -g -nostartfiles -T port/cortex-m/link.ld -Wl,--gc-sections,-Map=$$@.map \
	    -o $$@ $$(filter %.o,$$^) -lm

-include $(DEVICE_SOURCES:%.c=build/m3-$(1)/%.d)
endef
$(eval $(call device_rules,tiny,-DPROFILE_TINY))
$(eval $(call device_rules,small,-DPROFILE_SMALL))

# The stripped binary of `full`; libc outside, so that it isn't counted.
build/size/adder: $(OBJECTS_full)
	@mkdir -p $(@D)
	$(call cc,full) $(ALL_LDFLAGS) $(filter-out -static,$(LDFLAGS_full)) -s -o $@ $(OBJECTS_full) $(LDLIBS)

size: build/m3-tiny/adder.elf build/m3-small/adder.elf build/size/adder
	@tools/size_table.sh $(DEVICE) $(filter %.elf,$^)
	@echo
	@SIZE="$(SIZE)" tools/size_full.sh build/size/adder $(OBJECTS_full)

format:
	clang-format -i $(wildcard src/*/*.[ch] modules/*.[ch] modules/*/*.[ch] port/*/*.[ch] tools/*.c tests/unit/*.c)

include tests/fuzz/fuzz.mk

install: build/adder
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 build/adder $(DESTDIR)$(PREFIX)/bin/adder
	ln -sf adder $(DESTDIR)$(PREFIX)/bin/micropython
	install -d $(DESTDIR)$(MANDIR)/man1
	install -m 644 docs/adder.1 $(DESTDIR)$(MANDIR)/man1/adder.1
	ln -sf adder.1 $(DESTDIR)$(MANDIR)/man1/micropython.1

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/adder $(DESTDIR)$(PREFIX)/bin/micropython
	rm -f $(DESTDIR)$(MANDIR)/man1/adder.1 $(DESTDIR)$(MANDIR)/man1/micropython.1

clean:
	rm -rf build
