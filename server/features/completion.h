/* completion.h: what the parts of completion share: the question under way, and how they answer.
 *
 * completion.c asks one part after another whether the cursor is in what it knows; the first that says
 * yes has answered, be it with nothing. What is half typed is read from the line's bytes, since no parser
 * makes sense of it yet; what is offered comes from the models.
 */
#ifndef PLANLS_FEATURES_COMPLETION_H
#define PLANLS_FEATURES_COMPLETION_H

#include "base/strbuf.h"
#include "features/facade.h"

#include <planls/completion.h>

/* So many are offered: nobody scrolls further, they type another letter. */
#define COMPLETION_MAX 200
/* So many documents are looked at for names, those nearest first; more where something is typed, so that
 * most of them are passed over. */
#define COMPLETION_MAX_DOCUMENTS 4000
#define COMPLETION_MAX_TYPED     20000

struct completing {
    struct planls_workspace *workspace;
    const struct document *document; /* loaded */
    const struct model *model;
    struct slice bytes;
    uint32_t offset;
    struct span line;
    struct slice head; /* the line up to the cursor */
    struct slice tail; /* and from there on */
    char trigger;
    uint32_t item; /* the innermost one the cursor is in, or NO_INDEX */
    struct arena *arena;
    struct planls_completions *out;
    struct span typed; /* what is completed, up to the cursor (completing_from) */
    struct span list;  /* the names beside it, which are not offered again */
    uint32_t closed;   /* where a bracket ends that an editor put behind the cursor by itself */
    uint32_t end;      /* the end of what is completed */
    bool yaml;         /* values are written as YAML has them, unless in quotes already */
    bool spaced;       /* values bring the space along that is to stand behind a label's colon */
};

/* From here on what is offered replaces [start, cursor), or up to `end` where the user replaces. */
void completing_from(struct completing *c, uint32_t start, uint32_t end);
/* A closing mark behind what is completed, which what is offered brings along, is replaced in any case. */
void completing_close(struct completing *c, const char *mark);
/* Did the user ask, or type a word, or one of these characters? */
bool completing_wants(const struct completing *c, const char *triggers);
/* The text typed so far. */
struct slice completing_typed(const struct completing *c);
/* Does the typed text have its letters in `name` in this order (case apart), the first at the beginning of
 * a word? Clients filter like this too, so what fails is not worth telling where a list may be cut. */
bool completing_fits(const struct completing *c, struct slice name);

/* Adds one that stands for `text`, its label too; its filter is the label. More is set by the caller.
 * NULL where the list is full, which is then said to be cut. */
struct planls_completion *completing_add(struct completing *c, enum planls_completion_kind kind,
                                         struct slice label, struct slice new_text);
/* What it names in a document. */
void completion_about(struct completing *c, struct planls_completion *completion,
                      enum planls_about_kind kind, const struct document *document, uint32_t index,
                      struct slice name);

/* Calls visit with documents, nearest first: this one, those it refers to, those of its folder, all
 * others; ends after so many, or when visit says false. What is then left is cut. */
void completing_visit(struct completing *c, void *context,
                      bool (*visit)(struct completing *c, const struct document *document,
                                    void *context));

/* ---- text with tab stops --------------------------------------------------------------------- */

struct snippet {
    struct strbuf plain, stops;
    unsigned count;
};
void snippet_init(struct snippet *snippet);
void snippet_text(struct snippet *snippet, struct slice text);
/* A place to fill in, in plain text just these words. */
void snippet_stop(struct snippet *snippet, struct slice words);
/* Adds it as a completion and releases it. */
struct planls_completion *snippet_add(struct completing *c, struct snippet *snippet,
                                      enum planls_completion_kind kind, struct slice label);

/* ---- the parts: each says whether the cursor is in what it knows ----------------------------- */

bool complete_front_matter(struct completing *c); /* completion_front_matter.c */
bool complete_comment(struct completing *c);      /* completion_comment.c */
bool complete_reference(
    struct completing *c); /* completion_reference.c: links, code, wiki, sections */
bool complete_requirements(struct completing *c); /* completion_tag.c: _Requirements: … */
bool complete_story(struct completing *c);        /* … [US1] */
bool complete_task_id(struct completing *c);      /* … the next task's number */
bool complete_dependency(struct completing *c);   /* completion_dependency.c: behind "depends on" */
bool complete_field_value(struct completing *c); /* completion_value.c: behind a label, in a cell */
bool complete_cell(struct completing *c);        /* completion_cell.c */
bool complete_number(struct completing *c);      /* completion_number.c: KR3 below KR2 */
bool complete_mention(struct completing *c);     /* completion_people.c: behind @ */
bool complete_box(struct completing *c);         /* completion_status.c: in a task's brackets */
bool complete_heading(struct completing *c);     /* completion_snippet.c */
bool complete_line(struct completing *c);        /* completion_field.c: at the start of a line */

/* ---- values, for whoever knows where one stands ---------------------------------------------- */

/* What the field `key` may say from `start` to `end` of this line. False where nothing is known. */
bool complete_value(struct completing *c, enum field_key key, uint32_t start, uint32_t end);

void complete_people(struct completing *c, uint32_t start, uint32_t end);
void complete_statuses(struct completing *c, uint32_t start, uint32_t end);
void complete_times(struct completing *c, uint32_t start, uint32_t end);
void complete_dependencies(struct completing *c, uint32_t start, uint32_t end);
void complete_item_names(struct completing *c, uint32_t start, uint32_t end);
/* Items as links: `[` stands before start. */
void complete_item_links(struct completing *c, uint32_t start, uint32_t end);

/* Paths from this document, of a link or of code; the headings of a document as anchors, as wiki links
 * name them, and as numbered sections. */
void complete_paths(struct completing *c, uint32_t start, uint32_t end, bool link);
void complete_wiki_names(struct completing *c, uint32_t start, uint32_t end);
void complete_anchors(struct completing *c, const struct document *of, uint32_t start,
                      uint32_t end);
void complete_wiki_titles(struct completing *c, const struct document *of, uint32_t start,
                          uint32_t end);
/* `word` is written before the number ("Section "); empty where it stands there. */
void complete_sections(struct completing *c, const struct document *of, uint32_t start,
                       uint32_t end, struct slice word);

/* A new plan item in the form of those there are, for a heading with these marks; `#` stand from start on
 * where they are written already. */
void complete_new_item(struct completing *c, uint32_t start, uint32_t level);
/* A gate, stop conditions, a waiver: at the start of a line. */
void complete_new_records(struct completing *c, uint32_t start);
/* "risk → mitigation" */
void complete_risk(struct completing *c, uint32_t start, uint32_t end);
/* The field `like` for another item: its label's form, and where its value is a list the list's first
 * marker; with `value` to fill in unless that is empty. */
void snippet_field(struct completing *c, struct snippet *snippet, const struct field *like,
                   struct slice label, struct slice value);
/* Fields that are sub-headings, behind their marks. */
void complete_heading_fields(struct completing *c, uint32_t start, uint32_t level);

/* A label's words without margin, box, marks and emoji before them and marks behind them. */
struct slice completing_label(struct slice s);
/* Where the value ends that the cursor is in: before the next separator of fields. */
uint32_t completing_value_end(const struct completing *c);
/* Behind the bullet of a list item's line; SLICE_NONE where it is none. */
size_t completing_bullet(struct slice line);
/* A value as YAML has it (quoted where it must be), or as it is. */
struct slice completing_value(const struct completing *c, struct slice value);
/* The part between separators that the cursor is in: from behind the last of `separators` before the
 * cursor to before the next one. */
struct span completing_part(const struct completing *c, uint32_t start, uint32_t end,
                            const char *separators);

#endif
