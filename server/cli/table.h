/* table.h: a table of short texts, drawn for a terminal, as Markdown or as HTML. */
#ifndef PLANLS_CLI_TABLE_H
#define PLANLS_CLI_TABLE_H

#include "base/arena.h"
#include "base/vec.h"
#include "cli/paint.h"

struct table_column {
    const char *title;
    bool right;   /* numbers stand at the right */
    bool shrinks; /* may be cut to fit a terminal; at most one */
    size_t most;  /* no wider than this on any terminal; 0: as wide as its texts */
};

struct table {
    const struct table_column *columns; /* borrowed */
    size_t column_count;
    VEC(const char *) cells; /* row by row; "" for none */
    struct arena *arena;
};

void table_init(struct table *table, const struct table_column *columns, size_t count,
                struct arena *arena);
/* The next cell; the text is copied. */
void table_add(struct table *table, const char *text);
void table_printf(struct table *table, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 2, 3)))
#endif
    ;

/* Columns without any text are left out everywhere. */
void table_draw(const struct table *table, const struct canvas *canvas, const char *indent);
void table_write_markdown(const struct table *table, struct strbuf *out);
void table_write_html(const struct table *table, struct strbuf *out);

/* Text as HTML or XML has it. */
void html_escape(struct strbuf *out, const char *text);

#endif
