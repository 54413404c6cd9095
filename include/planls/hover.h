/* hover.h: what the thing under the cursor is, in a few lines of Markdown. */
#ifndef PLANLS_HOVER_H
#define PLANLS_HOVER_H

#include <planls/diagnostic.h>

struct planls_hover {
    const char *markdown;
    struct planls_range range; /* what it is about */
};

/* On an item's heading: a card; on a task: what it serves; on a reference: the target's heading and
 * first lines; on a person: where else they stand; on a span, money, a suppression's rule name, the number
 * of a section. False where there is nothing to say. */
bool planls_hover_at(struct planls_workspace *workspace, const char *path, uint32_t offset,
                     struct planls_results *results, struct planls_hover *out);

/* Adds what the rules of the findings at `offset` are about, each once, in short: a hover of its own where
 * `found` says that there is none yet. True where there is one now. */
bool planls_hover_add_findings(const struct planls_diagnostics *findings, uint32_t offset,
                               bool found, struct planls_results *results,
                               struct planls_hover *hover);

/* A hover's or a completion's Markdown for who shows plain text: without the marks it is written with. What
 * it quotes of documents keeps its own links, lists and tables. */
const char *planls_plain_text(const char *markdown, struct planls_results *results);

#endif
