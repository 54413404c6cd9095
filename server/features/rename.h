/* rename.h: what the renames of headings, tasks and people share. */
#ifndef PLANLS_FEATURES_RENAME_H
#define PLANLS_FEATURES_RENAME_H

#include "features/subject.h"

#include <planls/rename.h>

/* One rename under way. */
struct renaming {
    struct planls_workspace *workspace;
    const struct subject *subject;
    struct slice name;     /* the new one, trimmed, never empty, one line */
    struct slice old_name; /* as written; of titles */
    struct arena *arena;
    VEC(struct planls_edit) edits;
    const char *refusal; /* NULL: none so far */
};

/* Adds an edit, minimal; nothing where it would change nothing or the document is not loaded. */
void renaming_edit(struct renaming *r, const struct document *document, struct span span,
                   struct slice new_text);
/* Says why not; the first reason stays. */
void renaming_refuse(struct renaming *r, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 2, 3)))
#endif
    ;

void rename_title(struct renaming *r);  /* of an item or heading: rename_title.c */
void rename_task(struct renaming *r);   /* a task's id: rename_task.c */
void rename_person(struct renaming *r); /* rename_person.c */

/* Would the new name, which means `other` as things stand, bring two into each other's way? Within a folder
 * always; further apart, where ids and titles recur in every spec, where either is called so from outside. */
bool rename_clashes(struct renaming *r, const struct target *other); /* rename_clash.c */

/* The document with the new name at these places (sorted, disjoint), as planls would read it. Free with
 * snapshot_free. */
struct snapshot *renaming_preview(struct renaming *r, const struct document *document,
                                  const struct span *places, size_t count);

/* What a heading's own words are: without its number, its {#id}. The document must be loaded. */
struct span rename_heading_words(const struct document *document, const struct heading *heading);
/* An item's name with the marks that belong to it: "Add `run()`" whole, where its name ends in the code. */
struct span rename_item_words(const struct document *document, const struct item *item);

#endif
