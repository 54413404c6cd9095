/* value_case.h: reads a string as the value it would be in a document, for the tests of values. */
#ifndef TESTS_MODEL_VALUE_CASE_H
#define TESTS_MODEL_VALUE_CASE_H

#include "base/strbuf.h"
#include "model/values.h"

#include <stdio.h>
#include <string.h>

struct value_case {
    struct arena arena;
    struct inline_parser *parser;
    struct slice text;
    struct inlines inlines;
};

static inline void value_case_init(struct value_case *c, struct inline_parser *parser,
                                   struct slice text)
{
    arena_init(&c->arena);
    c->parser = parser;
    c->text = text;
    c->inlines = inline_parse(parser, text, (struct span){0, (uint32_t)text.len}, &c->arena);
}

static inline void value_case_release(struct value_case *c)
{
    arena_release(&c->arena);
}

#endif
