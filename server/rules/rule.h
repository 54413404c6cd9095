/* rule.h: how a rule is declared, what it is given and how it reports.
 *
 * One rule is one NAME.c (or a family that shares its check) and one page NAME.md. CMake collects
 * every `RULE(name)` below rules/ into the table and compiles the pages in; no shared list is edited.
 *
 *     RULE(invalid_span) = {
 *         .name = "invalid-span",
 *         .summary = "a span of time that ends before it begins",
 *         .severity = PLANLS_ERROR,
 *         .scope = RULE_DOCUMENT,
 *         .since = "0.1",
 *         .check = check_invalid_span,
 *     };
 *
 * A rule sees a const document in a const workspace and reports spans of bytes. It keeps no state. It
 * must be silent where its premise is absent, in templates and archived documents (the engine does not
 * call it there unless .templates), in quotes and fences.
 */
#ifndef PLANLS_RULES_RULE_H
#define PLANLS_RULES_RULE_H

#include "workspace/workspace.h"

#include <planls/diagnostic.h>

enum rule_scope {
    RULE_DOCUMENT, /* needs this document alone: says the same before the others are known */
    RULE_WORKSPACE /* looks at others or asks which paths exist: re-checked when they change */
};

/* What `planls gate`, which guards a merge, makes of a rule. */
enum rule_gate {
    RULE_GATE_SAME,  /* nothing: it says what it says in a check */
    RULE_GATE_ERROR, /* its warnings are errors there; its hints stay hints */
    RULE_GATE_ONLY   /* silent in a check, an error there */
};

struct check;

struct rule {
    const char *name;    /* kebab-case, reads well after "allow" */
    const char *summary; /* one line for tables: "fires when …" */
    enum planls_severity severity;
    enum rule_scope scope;
    enum rule_gate gate;
    const char *since;
    bool strict_only; /* off in lean and standard */
    bool lean;        /* part of the lean profile (errors always are) */
    bool templates;   /* speaks in templates too */
    bool plain;       /* speaks in text too that is no plan, task file, spec or index */
    bool by_clock;    /* fires as time goes by: never sets an exit status unless today is given */
    bool last;        /* runs when all others have: sees which suppressions silenced something */
    void (*check)(struct check *check);
};

#define RULE(id) const struct rule rule_##id
/* A code that no check of a document gives: it has a page, and stands in no table. */
#define PAGE(id) const struct rule rule_##id

/* What several rules ask of the document: found by the first that does, for the others of the run. NULL
 * before. */
struct shared {
    struct arena arena;          /* gone after the run, unlike the check's */
    struct resolved *references; /* per reference: rules/reference_rule.c */
    struct dated_items *dated;   /* rules/lateness.c */
};

/* One run of one rule over one document. */
struct check {
    const struct workspace *workspace;
    const struct document *document;
    const struct model *model;   /* document->model */
    const struct document *base; /* what the document was at the revision a gate compares with;
                                    NULL: not compared, or not there then. Only its model counts */
    struct slice text;           /* document->text.bytes */
    const struct settings *settings;
    date_days today;              /* or DATE_NONE */
    struct arena *arena;          /* for messages and fixes */
    struct inline_parser *parser; /* for rules that look into a line */
    const struct rule *rule;
    struct planls_diagnostics *out;
    struct planls_waiveds *waived; /* or NULL */
    struct shared *shared;
    bool **silenced; /* for .last rules: [suppression][rule of it] has silenced a finding */
};

/* Reports a finding; the message is printf-formatted: what and why, one line, no full stop. */
struct planls_diagnostic *report(struct check *check, struct span span, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 3, 4)))
#endif
    ;
/* The other side of it. */
void report_related(struct check *check, struct planls_diagnostic *diagnostic,
                    const struct document *document, struct span span, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 5, 6)))
#endif
    ;
/* A way to mend it, with edits added one by one (byte-minimal: what old and new share at the ends is
 * cut). The first of several is the likeliest. */
struct planls_fix *report_fix(struct check *check, struct planls_diagnostic *diagnostic, bool safe,
                              const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 4, 5)))
#endif
    ;
void fix_edit(struct check *check, struct planls_fix *fix, const struct document *document,
              struct span span, struct slice new_text);

/* All rules, sorted by name. */
extern const struct rule *const rule_table[];
extern const size_t rule_count;
extern const char *const rule_names[]; /* sorted, ended by NULL */
const struct rule *rule_find(const char *name);
/* Does the profile and the configuration let it run? */
bool rule_is_on(const struct rule *rule, const struct settings *settings);
/* A rule or another code that has a page; NULL for others. */
const struct rule *rule_find_page(const char *name);
const char *rule_page(const char *name); /* Markdown, or NULL */

#endif
