/* record_build.h: what the readers of gates, stop conditions, checkpoints and index entries share.
 * Internal to model/.
 *
 * records.c walks the document once and finds the names ("Go-Gate Criteria", "STOP CONDITIONS") with
 * the region each governs; a reader takes the region or leaves it.
 */
#ifndef PLANLS_MODEL_RECORD_BUILD_H
#define PLANLS_MODEL_RECORD_BUILD_H

#include "model/builder.h"
#include "model/labels.h"

struct region {
    uint32_t name_block; /* the heading, or the line that is the label */
    bool is_heading;
    struct span name;    /* the words of the name */
    struct span value;   /* what follows a label on its line; may be empty */
    uint32_t first, end; /* the blocks it governs: a section, or the list or table below a label */
    struct span span;    /* from the name to the end of what it governs */
};

/* Each reads the region and adds to the model; false where the region is no such thing. */
bool record_gate(struct builder *b, const struct region *region);
bool record_stops(struct builder *b, const struct region *region);
bool record_checkpoints(struct builder *b, const struct region *region);

/* What a stop condition's words say that numbers can decide (stop_tests.c). */
struct stop_test read_stop_test(struct builder *b, struct span condition);
/* What the document says is the case now (actuals.c). */
void build_actuals(struct builder *b);

/* What has to be decided or signed (decisions.c). */
void build_decisions(struct builder *b);
/* Escalation paths (escalation.c). */
void build_escalation(struct builder *b);
/* Meetings that come round (meetings.c). */
void build_meetings(struct builder *b);

/* Index entries under headings and in tables (entries.c). */
void build_entries(struct builder *b);

/* The region of a section's heading; of a line that is a label of what stands below it or behind its
 * colon (false where it is none). */
struct region region_of_heading(const struct builder *b, uint32_t block);
bool region_of_label(const struct builder *b, uint32_t line, struct region *region);

/* May it, as written, marks and all, be the name of a chain of dependencies (chains.c)? */
bool is_chain_name(struct slice name);

/* The next outermost list item in [from, end) — or any kind asked for — not inside a quote or another
 * such block; `end` where there is none. */
uint32_t region_next(const struct builder *b, uint32_t from, uint32_t end, enum block_kind kind);
/* The first line of an item as a reader sees it, without a colon at its end. */
struct slice record_text(struct builder *b, struct span span);

/* A field's value, or what its body lists, in one text: "Weekly: Friday; Monthly: review". */
struct slice record_field_text(struct builder *b, const struct field *field);

#endif
