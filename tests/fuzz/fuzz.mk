# The fuzz targets, for libFuzzer (clang): build/fuzz/TARGET with the address and undefined-behaviour checks,
# build/fuzz-fast/TARGET with the latter alone, which cost nothing (undefined behaviour ends the program by a signal,
# without a message). tests/fuzz/run builds and runs them.

FUZZ_CC ?= clang
FUZZ_COMMA := ,
FUZZ_FRAME := $(patsubst %,tests/fuzz/%.c,first last fuzz port)
FUZZ_TARGETS := $(patsubst tests/fuzz/%.c,%,$(filter-out $(FUZZ_FRAME),$(wildcard tests/fuzz/*.c)))
FUZZ_CFLAGS := -std=gnu11 -g -O2 -fno-strict-aliasing -fno-math-errno -Wno-everything -DADDER_COMPUTED_GOTO=0 -DADDER_THREADS=0
# Not the comparisons' operands, which cost half of the time; and not the heap, which every input goes through.
FUZZ_COVERAGE := -fsanitize-coverage=inline-8bit-counters,pc-table
FUZZ_CHECKS_fuzz-fast := -fsanitize=undefined -fno-sanitize=nonnull-attribute,pointer-overflow -fsanitize-trap=undefined
FUZZ_CHECKS_fuzz := $(FUZZ_CHECKS_fuzz-fast) -fsanitize=address -fno-omit-frame-pointer
FUZZ_WRAP := $(addprefix -Wl$(FUZZ_COMMA)--wrap=,handle_pending check_interrupt check_break __asan_handle_no_return)
FUZZ_CORE := $(filter-out port/%,$(CORE))

# $(1): fuzz or fuzz-fast
define fuzz_rules
build/$(1)/%.o: %.c | $(GENERATED)
	@mkdir -p $$(@D)
	$$(FUZZ_CC) $$(ALL_CPPFLAGS) $$(call frozen,$$*,full) $$(FUZZ_CFLAGS) $$(if $$(filter src/heap/%,$$*),,$$(FUZZ_COVERAGE)) $$(FUZZ_CHECKS_$(1)) -MMD -MP -c -o $$@ $$<

build/$(1)/src/runtime/frozen.o: $$(call frozen_headers,full)

# What only makes the input is no part of what is explored.
build/$(1)/tests/fuzz/%.o: tests/fuzz/%.c | $(GENERATED)
	@mkdir -p $$(@D)
	$$(FUZZ_CC) $$(ALL_CPPFLAGS) $$(FUZZ_CFLAGS) -MMD -MP -c -o $$@ $$<

build/$(1)/%: build/$(1)/tests/fuzz/first.o $$(FUZZ_CORE:%.c=build/$(1)/%.o) build/$(1)/tests/fuzz/last.o \
    build/$(1)/tests/fuzz/fuzz.o build/$(1)/tests/fuzz/port.o build/$(1)/tests/fuzz/%.o
	$$(FUZZ_CC) -fsanitize=fuzzer $$(FUZZ_CHECKS_$(1)) $$(FUZZ_WRAP) -o $$@ $$(filter %.o,$$^) -lm

-include $$(FUZZ_CORE:%.c=build/$(1)/%.d) $$(wildcard build/$(1)/tests/fuzz/*.d)
endef
$(foreach b,fuzz fuzz-fast,$(eval $(call fuzz_rules,$(b))))

.PHONY: fuzz
fuzz: $(FUZZ_TARGETS:%=build/fuzz/%)
	@for t in $(FUZZ_TARGETS); do tests/fuzz/run $$t 60 || exit 1; done
