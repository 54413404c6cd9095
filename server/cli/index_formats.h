/* index_formats.h: the ways to print what `planls index` knows, and what they share. */
#ifndef PLANLS_CLI_INDEX_FORMATS_H
#define PLANLS_CLI_INDEX_FORMATS_H

#include "cli/index_links.h"
#include "cli/json_places.h"
#include "cli/project.h"

/* A table of items with their owners, times and tasks. */
void index_print_human(struct output *output, struct projects *projects);
/* The object that server/cli/README.md describes, one record a line. */
void index_print_json(struct output *output, struct projects *projects);

/* One document while its records are printed. */
struct index_document {
    struct projects *projects;
    struct project *project;
    const struct document *document;
    const struct index_links *links;
    struct json_list *list;
    struct arena *arena; /* for this document's records */
    struct place_cursor *cursor;
};

/* {"path", "range"} of a place in the document, for more to be set. */
cJSON *index_record(const struct index_document *in, struct span span);
/* {"key", "path", "title"} of an item of `document`. */
cJSON *index_item_link(const struct index_document *in, const struct document *document,
                       uint32_t item);

/* The lists whose records are no items or tasks (index_records.c): one document's records each. */
void index_references(const struct index_document *in);
void index_gates(const struct index_document *in);
void index_stops(const struct index_document *in);
void index_checkpoints(const struct index_document *in);
void index_entries(const struct index_document *in);

#endif
