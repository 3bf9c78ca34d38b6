# shellcheck shell=bash
# CMake's option for a build with AddressSanitizer, UBSan and a search for leaks, and what its tests run with. Sourced by check and .ci/run.

# shellcheck disable=SC2034  # used by those who source this
sanitizers=(-DSTATIONER_SANITIZE=address,undefined)
export ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=1 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
export LSAN_OPTIONS=suppressions=$setup_folder/../../tests/support/leaks.txt:print_suppressions=0
