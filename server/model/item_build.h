/* item_build.h: what the makers of items share while one document is read. Internal to model/. */
#ifndef PLANLS_MODEL_ITEM_BUILD_H
#define PLANLS_MODEL_ITEM_BUILD_H

#include "model/builder.h"
#include "model/title.h"

/* What stands below a heading: what says whether its section is an item. */
struct heading_facts {
    uint32_t block;    /* its BLOCK_HEADING */
    uint64_t keys;     /* bit per known field of its own, headings named like fields left out */
    uint64_t repeated; /* those said more than once */
    uint32_t risk_measures;                /* labels such as "Impact" and "Probability" */
    uint32_t boxes, lists, tables, fences; /* its own, sub-sections left out */
    uint32_t fields_below, boxes_below, sections_below; /* with all sub-sections */
    bool is_field;                                      /* named like a field: "Success Criteria" */
    bool measures; /* it or a heading above it is a field told phase by phase: its sub-sections
                      "Phase 1" speak of phases and are none */
};

/* A heading as an item: what was decided before any item is made. */
struct heading_item {
    bool is_item;
    enum item_kind kind;
};

struct item_build {
    struct builder *b;
    struct heading_facts *facts;   /* per heading */
    struct heading_item *headings; /* per heading */
    bool is_guide;                 /* a README and the like */
    struct slice *names;           /* what the sections that are items are called, sorted */
    size_t name_count;
};

/* Fills facts (item_facts.c) and headings (item_headings.c). */
void item_facts_read(struct item_build *build);
void item_headings_decide(struct item_build *build);

/* The names by which a section and a table's row can be seen to be one item: its title's key, and
 * kind with number (item_names.c). In scratch memory. */
struct slice item_name_of_title(struct builder *b, const struct title_parts *parts);
struct slice item_name_of_number(struct builder *b, enum item_kind kind,
                                 const struct title_parts *parts);
void item_names_collect(struct item_build *build);
bool item_names_contain(const struct item_build *build, struct slice name);

/* Name, title, keys and, where it says one, the time of an item from its title's span
 * (item_title.c). */
void item_title_read(struct builder *b, struct item *item, struct span title,
                     const struct title_parts *parts);

/* Ids of titles like "M1 Alpha" and "M2 Beta", which only siblings show to be ids; after all items. */
void item_ids_read(struct builder *b);

/* The typed values of all items, from their fields (item_values.c). */
void item_values_read(struct builder *b);
/* Single readers, each from one field. */
void item_timeline_read(struct builder *b, struct item *item, uint32_t field);
/* "*Weeks 1–4*" alone on one line below the heading of an item whose fields and title give no time
 * (item_timeline.c). After all fields. */
void item_bare_times_read(struct builder *b);
/* Columns of weeks that hold bare numbers ("1-4", "5-8"): timelines of their items, where no other
 * reading is left (week_columns.c). After all fields. */
void week_columns_read(struct builder *b);
void item_budget_read(struct builder *b, struct item *item, uint32_t field);
void item_criteria_read(struct builder *b, struct item *item, uint32_t field);
/* Key results of objectives and dependencies that are bullets without a label (item_bullets.c). After all
 * fields. */
void item_bullets_read(struct builder *b);
/* A blockers field, or a mitigation field beside one. */
void item_risks_read(struct builder *b, struct item *item, uint32_t field);

#endif
