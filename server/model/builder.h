/* builder.h: what the makers of a model share while one document is read. Internal to model/.
 *
 * model_new runs them in this order; each reads the blocks and what those before it made:
 * front matter, headings, fields, dates, items, tasks, people, records (gates, stops, checkpoints,
 * entries), totals, metrics, chains, weak points, references, suppressions, times, kinds.
 */
#ifndef PLANLS_MODEL_BUILDER_H
#define PLANLS_MODEL_BUILDER_H

#include "model/model.h"

struct title_parts;

#define BUILDER_KEPT 64

struct builder {
    struct model *model;
    struct arena *arena;   /* the model's own: whatever the model keeps must be copied into it */
    struct arena *scratch; /* gone when the model is made */
    const struct text *text;
    struct slice bytes; /* text->bytes; does not outlive the making */
    const struct blocks *blocks;
    struct inline_parser *parser;
    const struct settings *settings;
    const struct inlines **inlines; /* cache, one per block; see builder_inlines */
    uint32_t *heading_of; /* per block: the innermost heading above it (index in model->headings;
                              a heading's own block: itself), or NO_INDEX, made by build_headings */
    const struct title_parts *titles; /* per heading: its title taken apart (model/title.h), made by
                                         build_headings; slices of bytes */
    uint32_t *item_of;  /* per block: the innermost item (index in model->items; a heading's own
                              block: the item it is) or NO_INDEX, made by build_items */
    uint32_t *field_of; /* per block: the field whose label, value or body it belongs to, or
                              NO_INDEX, made by build_fields */
    int year;           /* of the document's own date, or 0; made by build_dates */
    bool *subtitled;    /* per block: a line all in bold has begun a part of its own in it: lists
                               below speak for that part; made by build_fields */
    struct slice kept[BUILDER_KEPT]; /* strings of the model, by their hash; see builder_keep */
    VEC(uint32_t) field_up;          /* per field: the field in whose body it stands, or NO_INDEX */
    uint32_t *line_answers;          /* per block; model/line_questions.c */
    struct time_values week_cells;   /* bare numbers in columns of weeks; made by build_items */
};

/* The shapes in a BLOCK_LINE's, BLOCK_CELL's or BLOCK_HEADING's text; parsed once, kept in scratch. */
const struct inlines *builder_inlines(struct builder *b, uint32_t block);
/* The shapes of any span (uncached). */
struct inlines builder_inlines_of(struct builder *b, struct span span);
/* Both for readers of words and digits, who need no more than what shapes hide (syntax/inline.h). */
struct inlines builder_hiding(struct builder *b, uint32_t block);
struct inlines builder_hiding_of(struct builder *b, struct span span);
/* The bytes of a span copied into the model. */
struct slice builder_copy(struct builder *b, struct span span);
/* A string copied into the model; empty ones take no room, and one kept lately is shared. */
struct slice builder_keep(struct builder *b, struct slice s);
/* Moves a vector that grew in scratch memory into the model, at its own size. */
#define BUILDER_KEEP(b, vec)                                                                       \
    do {                                                                                           \
        void *kept_ =                                                                              \
            (vec)->len ? arena_array((b)->arena, (vec)->len, sizeof *(vec)->items) : NULL;         \
        if (kept_)                                                                                 \
            memcpy(kept_, (vec)->items, (vec)->len * sizeof *(vec)->items);                        \
        (vec)->items = kept_;                                                                      \
        (vec)->cap = (vec)->len;                                                                   \
    } while (0)
/* The same for what stands in them: they and their strings were read into scratch memory. */
void builder_keep_people(struct builder *b, struct people *people);
void builder_keep_dependencies(struct builder *b, struct dependencies *dependencies);
/* The plain reading of a span (marks off), in the model's arena. */
struct slice builder_plain(struct builder *b, struct span span);
/* The same for the making only: a slice of the text where no mark is in it, else in scratch. */
struct slice builder_plain_scratch(struct builder *b, struct span span);

/* What `judge` says of a text, by its bytes alone: asked once for each text while a document is edited. */
bool builder_judge(const struct builder *b, struct slice text, bool (*judge)(struct slice text));

/* Adds the times in a span, with the document's year (builder_times.c), in scratch memory. */
void builder_times(struct builder *b, struct span span, struct time_values *out);

void build_front_matter(struct builder *b);
void build_headings(struct builder *b);
void build_fields(struct builder *b);
void build_dates(struct builder *b);
void build_items(struct builder *b);
void build_tasks(struct builder *b);
/* The people a team's table or list declares (team.c). */
void build_people(struct builder *b);
/* The owners of the document as a whole (document_owners.c). */
void build_document_owners(struct builder *b);
/* Who is who: the keys of all owners and declared people (person_keys.c). */
void build_person_keys(struct builder *b);
void build_records(struct builder *b);
void build_upkeep(struct builder *b);
void build_totals(struct builder *b);
void build_metrics(struct builder *b); /* criteria_metrics.c */
void build_chains(struct builder *b);
void build_weak_points(struct builder *b);
void build_anchors(struct builder *b);
void build_references(struct builder *b);
void build_suppressions(struct builder *b);
void build_times(struct builder *b);
void build_kinds(struct builder *b);

/* The first date with its year in a value and where it stands, or DATE_NONE. *last: the last day of it
 * ("April 2026", "3-5 May 2026"). */
date_days date_in(struct builder *b, struct span value, struct span *where, date_days *last);
/* Does a field speak for the whole document: in front matter, under its title, in its last lines? */
bool field_speaks_for_document(const struct builder *b, size_t index);

/* What the model's look-ups search in, once all vectors are made (lookup.c). */
void build_lookup(struct builder *b);

#endif
