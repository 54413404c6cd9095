/* wrong.c: looks to the right, for the test of the test. */
#include "rules/rule.h"
