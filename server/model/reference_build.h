/* reference_build.h: what the readers of references share. Internal to model/.
 *
 * references.c walks lines, cells, headings, definitions; reference_fences.c reads fences. Both find
 * file names (reference_paths.c) and then the sections said behind them (reference_sections.c). Lines that a
 * link joins are read as one (reference_wraps.c).
 */
#ifndef PLANLS_MODEL_REFERENCE_BUILD_H
#define PLANLS_MODEL_REFERENCE_BUILD_H

#include "model/builder.h"

/* ---- what is a path (reference_paths.c) ------------------------------------------------------- */

/* The next file name in running text at or behind *at: `docs/a.md`, `FILE.md`, `src/x.py:147`,
 * `@docs/a.md`. Fills its place without `@` and `:147`, moves *at behind all of it. URLs, addresses,
 * absolute paths, globs, patterns with X and Y, products ("Node.js") are none. Linear. */
bool path_next(struct slice s, size_t *at, size_t *start, size_t *end);
/* Is a code span's whole text one file name? *length: the path's part before `:147`, `#L3`,
 * `::test`. */
bool path_is_code(struct slice s, size_t *length);
/* A document people read, which has sections: .md, .txt, .pdf … */
bool path_is_document(struct slice path);
/* Can a link's destination be a file or heading of this workspace? No scheme, no template. */
bool path_is_local_target(struct slice target);
/* Percent escapes, backslashes and the commonest entities taken back; in the arena. */
struct slice path_decode(struct arena *arena, struct slice s);
/* Could the bytes hold a file name at all? A quick look. */
bool path_may_occur(struct slice s);

/* ---- one reader of a document ----------------------------------------------------------------- */

/* What a bare "Section 13" may belong to, nearest first: the document named last in the same paragraph,
 * list or table; the one the heading above names; the only one named below that heading. */
struct named_documents {
    struct slice near; /* empty: none */
    struct slice by_heading;
    struct slice only;
    bool several; /* more than one was named below the heading: `only` means none */
};

struct reference_maker {
    struct builder *b;
    const uint32_t *before;   /* as in task_build.h */
    uint8_t *block_creates;   /* per list item, list, table, fence, and */
    uint8_t *heading_creates; /* per heading: 0 not asked, 1 no, 2 yes; reference_creates.c */
    struct named_documents named;
    struct slice *of_heading; /* per heading: the document that it or one above it names */
    uint32_t heading;         /* of the block being read */
    bool numbered;            /* the document numbers its own main sections */
    /* the line being read */
    uint32_t block;
    struct span line;
    bool in_fence;
    uint8_t creates; /* 0 not asked, 1 no, 2 yes */
};

/* The document a bare section here belongs to; empty where nothing can be said. */
struct slice reference_named_document(const struct reference_maker *maker);
/* Begins a line of a block; what is added next stands in it. */
void reference_begin_line(struct reference_maker *maker, uint32_t block, struct span line,
                          bool in_fence);
/* Adds one with place, target and path; heading, item, creates are filled. NULL where `path` and
 * `fragment` are empty. The pointer is good until the next one is added. */
struct reference *reference_add(struct reference_maker *maker, enum reference_kind kind,
                                struct span span, struct span target, struct slice path);
/* A link's destination, cut at `#` and `?`; NULL where it is none of this workspace. */
struct reference *reference_add_target(struct reference_maker *maker, enum reference_kind kind,
                                       struct span span, struct span target);
/* Adds a file named in running text or code, with the sections said behind it. Gives the offset
 * behind all of it. `end`: where the name's own marks end. */
uint32_t reference_add_file(struct reference_maker *maker, enum reference_kind kind,
                            struct span target, uint32_t end);
/* File names and bare sections in [from, to) of the line. */
void references_of_text(struct reference_maker *maker, uint32_t from, uint32_t to);
/* The links and pictures of a tag, or of a block of HTML (reference_html.c). */
void references_of_html(struct reference_maker *maker, struct span html);
/* Values that are a document's path (reference_front_matter.c). */
void references_of_front_matter(struct reference_maker *maker, uint32_t block);
/* Trees and plain text in a fence. */
void references_of_fence(struct reference_maker *maker, uint32_t block);

/* ---- links over several lines (reference_wraps.c) ---------------------------------------------- */

/* The last line of the paragraph that a link's text carries the BLOCK_LINE `block` on to; `block` where all
 * links end on it. */
uint32_t reference_last_line(const struct builder *b, uint32_t block);

/* ---- sections (reference_sections.c) ---------------------------------------------------------- */

/* Reads what stands at `at` behind reference `index` of the model: ` - Section 13`, `(Sections 2-4)`,
 * ` - "Title"`. Changes it and adds more for lists. Gives the offset behind, `at` if nothing. */
uint32_t sections_behind(struct reference_maker *maker, size_t index, uint32_t at);
/* A section's word and numbers at or behind *at, before `to`, for the named document; true where one
 * was added, *at behind it. */
bool section_bare_next(struct reference_maker *maker, uint32_t *at, uint32_t to);

/* ---- lines about making files (reference_creates.c) ------------------------------------------- */

/* Does the line, a list item it stands in, or what heads its list or section say that the files it
 * names are to be made or to go? */
bool line_creates(struct reference_maker *maker);

#endif
