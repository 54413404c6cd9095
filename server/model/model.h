/* model.h: what one document says: headings, plan items with their fields and values, tasks, people,
 * gates, stop conditions, checkpoints, references, index entries, suppressions.
 *
 * A model is made from a text and its blocks and owns all its strings (arena), so it outlives the
 * text: a closed document keeps nothing else. Spans are byte offsets in the text it was made from.
 * It is immutable. Indices refer to the vectors of the same model; NO_INDEX means none.
 */
#ifndef PLANLS_MODEL_MODEL_H
#define PLANLS_MODEL_MODEL_H

#include "model/settings.h"
#include "model/values.h"
#include "model/words.h"
#include "syntax/blocks.h"
#include "syntax/inline.h"
#include "syntax/yaml.h"
#include "text/text.h"

#define NO_INDEX UINT32_MAX

struct heading {
    struct span span;       /* the whole heading line(s) */
    struct span title_span; /* the text without #s */
    struct slice title;     /* plain: marks off, explicit {#id} off; decoration kept */
    struct slice key;       /* fold_title of the undecorated title: what names are compared by */
    struct slice anchor;    /* GitHub's, made unique with -1, -2 … */
    struct slice id;        /* {#id} or <a id/name="…">; may be empty */
    struct slice number;    /* "13", "2.1", "3" of "Section 3 —"; empty where none */
    uint8_t level;          /* 1–6 */
    uint32_t parent;        /* heading it stands under */
    struct span section;    /* heading and all it governs */
    uint32_t item;          /* the item this heading is, or NO_INDEX */
    bool nested;            /* inside a list item or quote */
};

/* How a label is written; a fix writes a new field in its siblings' form. */
enum field_form {
    FIELD_FORM_BOLD_COLON_OUTSIDE, /* **L**: v */
    FIELD_FORM_BOLD_COLON_INSIDE,  /* **L:** v */
    FIELD_FORM_ITALIC,             /* _L: v_ */
    FIELD_FORM_PLAIN,              /* L: v */
    FIELD_FORM_HEADING,            /* ### L */
    FIELD_FORM_COLUMN,             /* a column of a table of items */
    FIELD_FORM_ROW,                /* | **L** | v | */
    FIELD_FORM_FRONT_MATTER,       /* key: value */
    FIELD_FORM_DATAVIEW            /* [key:: value] */
};

struct field {
    enum field_key key;
    enum field_form form;
    bool bullet;            /* stands in a list item of its own: `- **L:** v` */
    bool quoted;            /* inside a block quote */
    bool empty;             /* neither a value nor a list, paragraph, table or code below */
    bool nested;            /* inside a task, a listed record or another field's body: says nothing
                               of the item itself; model_field_of passes over it */
    struct slice label;     /* as written, without marks and colon */
    struct span span;       /* label and value on its line (whole list item's line for bullets) */
    struct span label_span; /* the words of the label alone */
    struct span value;      /* what follows on the line, trimmed; may be empty */
    struct span body; /* the nested list, paragraph or table that is the value; may be empty */
    uint32_t block;   /* BLOCK_LINE, BLOCK_CELL or BLOCK_HEADING it stands in */
    uint32_t item;    /* item it belongs to, or NO_INDEX: the document's own */
    uint32_t heading; /* innermost heading above it, or NO_INDEX */
};

struct timeline_entry {
    struct span where; /* the line or value it stands in */
    struct time_value time;
    struct slice text;  /* the time as written: "Weeks 1–4" */
    struct slice label; /* what happens then: "NDAs & security reviews" */
};

struct criterion {
    struct span where;
    struct slice text;
    bool has_box, done;
};

struct criteria {
    VEC_MEMBERS(struct criterion);
};

struct risk {
    struct span where;
    struct span blocker_span;
    struct slice blocker;
    struct slice mitigation; /* empty where none is stated */
    struct span insert;      /* empty span where " → mitigation" would be inserted */
};

/* Where an item came from. */
enum item_source { ITEM_FROM_HEADING, ITEM_FROM_LIST, ITEM_FROM_TABLE, ITEM_FROM_FRONT_MATTER };

struct item {
    enum item_kind kind;
    enum item_source source;
    uint32_t heading;      /* its heading (ITEM_FROM_HEADING), or the one it stands under */
    uint32_t parent;       /* enclosing item, or NO_INDEX */
    struct span span;      /* everything the item covers */
    struct span name_span; /* the title's words: what a rename changes and a warning underlines */
    struct slice title;    /* without kind prefix, number, decoration, time in parentheses */
    struct slice key;      /* fold_title(title): names are compared by this */
    struct slice full_key; /* fold_title of the whole undecorated heading */
    struct slice id;     /* {#id}, `id` field, or an id in the heading (P0.1, ADR-003); or empty */
    struct slice number; /* "1" of "Initiative 1:", "2" of "### 2. Title"; or empty */
    struct slice anchor; /* its heading's */
    struct slice priority;
    enum status status;
    struct slice status_text;
    VEC(struct timeline_entry) timeline;
    struct moneys budget;
    struct people owners;
    struct criteria criteria;
    VEC(struct risk) risks;
    struct dependencies depends_on;
    uint32_t first_line_after_fields; /* offset where a new field would be inserted */
};

enum task_dialect {
    DIALECT_GITHUB,
    DIALECT_SPEC_KIT,
    DIALECT_KIRO,
    DIALECT_OPENSPEC,
    DIALECT_BACKLOG,
    DIALECT_TASK_MASTER,
    DIALECT_OBSIDIAN,
    DIALECT_ORG
};
const char *task_dialect_name(enum task_dialect dialect);

enum task_source {
    TASK_FROM_BOX,         /* - [ ] text */
    TASK_FROM_BAD_BOX,     /* []  [x ]  -[ ]  [x : counts, and bad-task-marker speaks */
    TASK_FROM_NEXT_STEPS,  /* numbered, no state */
    TASK_FROM_EMOJI,       /* - ✅ in a list that mixes done and open */
    TASK_FROM_CELL,        /* ☐ ✅ in a table cell */
    TASK_FROM_HEADING,     /* ## TODO Title, as in Org */
    TASK_FROM_FRONT_MATTER /* the document is the task (Backlog.md) */
};

/* The ways of design 6 in which a task names what it serves, strongest first. */
enum link_via {
    VIA_FRONT_MATTER,
    VIA_FIELD,
    VIA_LINK,
    VIA_WIKI_LINK,
    VIA_TAG,
    VIA_SECTION,
    VIA_NONE
};
const char *link_via_name(enum link_via via); /* "front-matter", "field", "link", "wikilink", … */

/* A name a task gives for what it serves; workspace/ resolves it. */
struct task_claim {
    enum link_via via;
    struct span where;   /* the name or link as written */
    struct slice target; /* "Title", "id", "#anchor", "plan.md#anchor", "1.1" */
};
struct task_claims {
    VEC_MEMBERS(struct task_claim);
};

struct task {
    enum task_source source;
    enum task_dialect dialect;
    struct span span; /* the item's line (first line) */
    struct span box;  /* brackets, mark or emoji; may be empty */
    struct span title_span;
    struct slice title; /* without id, tags, estimate, marks */
    struct slice id;    /* "T014", "2.1"; or empty */
    struct span id_span;
    enum status status;
    struct slice status_text; /* what stood in the box, or the status field */
    bool done;
    bool optional;    /* Kiro's [ ]* */
    bool parallel;    /* [P], (P) */
    bool criterion;   /* a box that is a gate's or item's criterion, not work */
    uint32_t parent;  /* task it is nested in (Kiro: or whose number it extends), or NO_INDEX */
    uint32_t heading; /* innermost heading above */
    uint32_t item;    /* enclosing item in this document, or NO_INDEX */
    struct task_claims claims;
    struct dependencies depends_on;
    struct people owners;
    date_days due; /* "📅 2026-02-01", "(due: …)", a label below it: with its year; or DATE_NONE */
    struct span due_span; /* where it says so */
    double estimate; /* "(4h)" behind its words, in days of eight hours' work, a week 7; 0: none */
};

enum reference_kind {
    REFERENCE_LINK,       /* [text](path#fragment), <a href="path#fragment"> */
    REFERENCE_IMAGE,      /* ![text](path), <img src="path"> and the like */
    REFERENCE_DEFINITION, /* [label]: path */
    REFERENCE_WIKI,       /* [[path#fragment|text]] */
    REFERENCE_CODE,       /* `path/file.ext` */
    REFERENCE_BARE,       /* FILE.md in prose */
    REFERENCE_SECTION     /* FILE.md - Section 13, or a bare Section 13 with its document */
};

struct reference {
    enum reference_kind kind;
    struct span span;        /* the whole reference */
    struct span target_span; /* path with fragment as written; for sections the file's name, empty
                                where it is said elsewhere (a bare "Section 13", "1, 7, 8" after 1) */
    struct slice path;       /* decoded (%20), as written otherwise; empty for #fragment only */
    struct slice fragment;   /* behind #, decoded; or empty */
    struct span fragment_span;
    struct slice section_from, section_to; /* "2", "4"; equal for one; empty where none */
    struct span section_span;              /* the numbers as written */
    struct slice section_title;            /* the title said along with it */
    uint32_t heading, item;                /* where it stands */
    bool creates;  /* the line is about creating or deleting it: may not exist yet */
    bool in_fence; /* inside a fence: a directory tree's entry or a mention */
};

/* A place that HTML gives a name: `<a name="x">`, `<div id="x">`. */
struct html_anchor {
    struct slice name;
    struct span span; /* the tag, without its angle brackets */
};

/* A folder in a drawing of a directory tree. */
struct drawn_folder {
    struct span name_span; /* as written, without the last '/' */
    struct slice path;     /* with the folders above it in the drawing */
};

struct gate {
    struct span span;
    struct span name_span;
    uint32_t item;      /* the phase it guards, or NO_INDEX */
    uint32_t heading;   /* its own, of a gate that is a section ("Gate 2: Beta"), or NO_INDEX */
    struct slice title; /* "Go-Gate Criteria" */
    struct criteria criteria;
};

/* What a stop condition says that numbers can decide, read from its words. */
enum stop_test_kind {
    STOP_TEST_NONE,       /* nothing: a person must judge */
    STOP_TEST_UNFINISHED, /* "Phase 1 not complete by Week 5": subject and time */
    STOP_TEST_COMPARES    /* "Code coverage < 50% (Week 17)": subject, comparator and limit */
};

struct stop_test {
    enum stop_test_kind kind;
    struct slice subject; /* "Phase 1", "Code coverage" */
    char comparator;      /* as struct metric's */
    double limit;
    struct slice unit, per, text; /* of the limit: "%", "USD"; "month"; "$500/month" */
    bool has_time;
    struct time_value time; /* by or from when; strings and spans as elsewhere */
};

struct stop {
    struct span span, condition_span;
    struct slice condition, signal, action;
    struct span signal_line, action_line; /* label and value, or the cell; empty where none */
    uint32_t heading;                     /* innermost heading above it: its siblings share it */
    bool row;                             /* a row of a table */
    struct stop_test test;
};

/* What the plan says is the case now: "Current coverage: 43%", "Spent to date: $35K", a row's "Actual". */
struct actual {
    struct span where; /* the line or cell that says it */
    struct slice name; /* "coverage", without the word for now; "Spent" */
    double value;
    struct slice unit, per, text; /* as struct stop_test's */
};

/* What has to be decided or signed: a checklist of consents, a vote, a record with blanks. */
enum decision_kind {
    DECISION_OPEN_CHOICE, /* boxes to tick or an option to choose under "Decision checklist", "Vote" */
    DECISION_APPROVAL     /* boxes or blanks under "Approvals", "Sign-off" */
};

/* One consent, signature or choice. */
struct decision_line {
    struct span where; /* the line, without indentation */
    struct slice name; /* "CTO", "CFO approved $80K+ budget", "DECISION" */
    bool open;         /* box not ticked, blank not filled, no option chosen */
    bool optional;     /* "CEO (optional)", "Review date (if deferred)" */
};

struct decision {
    enum decision_kind kind;
    struct span span;
    struct span name_span;
    uint32_t heading;    /* its own */
    struct slice title;  /* "DECISION CHECKLIST" */
    struct slice before; /* what it comes before, where it says so: "Before Approving Phase 1:" */
    date_days due;       /* a date (with its year) that it states for itself, or DATE_NONE */
    VEC(struct decision_line) lines;
};

/* How far one tier of an escalation path reaches: "Budget overruns < 15%", "15–30 %". */
struct threshold {
    struct span where;    /* the measure as written */
    struct slice subject; /* "Budget overruns"; a column's header; may be empty */
    struct slice text;
    double low, high; /* -INFINITY, INFINITY where it is open on that side */
    struct slice unit, per;
};

struct escalation_tier {
    struct span span;
    struct span name_span;
    uint32_t heading;   /* of the path: its tiers share it */
    struct slice title; /* "Tier 2: Tech Lead + VP Engineering" */
    VEC(struct threshold) thresholds;
};

/* A meeting that comes round: "### Weekly (1 hour)" with "Time: Friday 4 PM" under "Ongoing cadence". */
struct meeting {
    struct span span;
    struct span name_span;
    struct slice title;
    struct slice when; /* "Friday 4 PM"; empty where not said */
};

struct checkpoint {
    struct span span;
    struct time_point at;
    struct slice title;
    struct money amount; /* where.end == where.start: none stated */
};

/* Where an amount that a document states as a sum takes its parts from. */
enum total_source {
    TOTAL_OF_COLUMN, /* the rows above it in a table */
    TOTAL_OF_ROW,    /* its own row, in a table whose other rows add up */
    TOTAL_OF_LIST,   /* the items above it in a list, or the list above its line */
    TOTAL_OF_ITEMS, /* "Total budget: $320K", "Budget: $320K" of the document: the budgets of `item`'s
                        parts, or of the document's items; parts is empty */
    TOTAL_IN_TEXT   /* "$320K allocation": in the middle of prose; parts is empty */
};

struct total_part {
    struct money amount;
    bool subtotal; /* itself the sum of some before it */
    bool bold;     /* set off from the others, as groups and their sums are */
};

struct total {
    enum total_source source;
    enum field_key key;  /* FIELD_BUDGET where it stands in a field or below a heading of budgets */
    struct money amount; /* amount.where: as written */
    struct slice label;
    uint32_t item;    /* enclosing item, or NO_INDEX */
    uint32_t heading; /* innermost heading above, or NO_INDEX */
    bool partial;     /* a subtotal */
    bool reserve;     /* says that it holds more than the parts: contingency, tax */
    bool unread;      /* something stands among the parts that is no amount */
    VEC(struct total_part) parts;
};

/* Things that a plan's prose or a drawing puts in order: "PQLs depend on activated users", "A → B → C"
 * under a dependency chain's name, a Mermaid graph of the plan's items. */
struct chain_name {
    struct span where; /* where it is said first */
    struct slice text; /* "PQLs" */
    struct slice key;  /* fold_title without an article in front */
    uint32_t item;     /* the item of that title, or NO_INDEX */
};

struct chain_edge {
    uint32_t from, to; /* names: `from` waits for `to` */
    struct span where;
};

struct chain {
    VEC(struct chain_name) names;
    VEC(struct chain_edge) edges; /* those between two items stand in their depends_on too */
};

/* What the text itself calls its single point of failure. */
struct weak_point {
    struct span where; /* the words that say what it is */
    struct slice text;
    struct span sentence; /* the paragraph that says so */
    uint32_t mitigations; /* entries of the lists beside it that mitigate; 0: none stated */
    struct span label;    /* a mitigation's label that has nothing below it, or empty */
};

/* A measure in a success criterion, a gate's criterion or a target. */
struct stated_metric {
    struct metric metric;
    struct span criterion; /* the part between `;` it stands in */
    uint32_t item;         /* or NO_INDEX: the document's own */
};

struct index_entry {
    struct span span, target_span;
    struct slice target; /* path as written */
    struct slice cadence, owner, audience, sections;
};

struct suppression {
    struct span span;  /* the comment */
    struct span scope; /* what it covers */
    VEC(struct span) rule_spans;
    VEC(struct slice) rules; /* parallel to rule_spans */
    date_days until;         /* or DATE_NONE */
    struct slice reason;     /* empty where none was given */
    bool whole_file;
    bool malformed; /* says "planls:" but cannot be read */
};

enum document_kind { /* flags: a file may be several */
                     DOCUMENT_PLAN = 1,
                     DOCUMENT_TASKS = 2,
                     DOCUMENT_SPEC = 4,
                     DOCUMENT_INDEX = 8,
                     DOCUMENT_TEMPLATE = 16, /* mostly brackets to fill in: not judged */
                     DOCUMENT_ARCHIVED = 32,
                     DOCUMENT_CHECKLIST =
                         64 /* boxes that nobody calls tasks: judged, but not asked what they serve */
};

struct model {
    struct slice path; /* the one given to model_new: relative to the root, '/' */
    unsigned kinds;    /* enum document_kind flags */
    enum task_dialect dialect;
    date_days own_date; /* timestamp, date, "Last Updated" of the document, or DATE_NONE */
    date_days start;    /* front matter or field `start`, or DATE_NONE */
    /* How it is kept up, by its own words under its title, at its end or in its front matter. */
    date_days updated;        /* "Last Updated", or DATE_NONE */
    date_days next_update;    /* "Next Review: 2026-03-01", or DATE_NONE */
    struct slice cadence;     /* "Update Frequency"; empty where none is said */
    struct span updated_span; /* the date; empty in front matter that is no plain date */
    struct span cadence_span, next_update_span;
    uint32_t lines;     /* as an editor counts them */
    struct slice title; /* first level-1 heading or front-matter title */
    bool next_steps;    /* has a Next Steps list */
    VEC(struct heading) headings;
    VEC(struct item) items;
    VEC(struct field) fields; /* of items and of the document, in document order */
    VEC(struct task) tasks;
    struct people
        people; /* declared by a team's table or list: where is the row or bullet, share the
                             part of their time that the plan has */
    struct people owners; /* of the document as a whole; who owns an item or a task is there */
    VEC(struct reference) references;
    VEC(struct html_anchor) html_anchors; /* sorted by name */
    VEC(struct drawn_folder) drawn_folders;
    VEC(struct gate) gates;
    VEC(struct risk) risks; /* of the plan as a whole: those of a list that stands in no item */
    VEC(struct stop) stops;
    VEC(struct actual) actuals;
    VEC(struct decision) decisions;
    VEC(struct escalation_tier) tiers;
    VEC(struct meeting) meetings;
    VEC(struct checkpoint) checkpoints;
    VEC(struct stated_metric) metrics; /* in document order, none overlapping */
    VEC(struct total) totals;          /* in document order but for those of rows */
    VEC(struct index_entry) entries;
    struct chain chain;
    VEC(struct weak_point) weak_points;
    VEC(struct suppression) suppressions;
    struct time_values
        times; /* every date and span read anywhere outside code, for the time rules */
    struct yaml_entries front_matter;  /* strings owned by the arena */
    const struct model_lookup *lookup; /* what the look-ups below search in; private to lookup.c */
    struct arena arena;                /* owns all else above */
};

/* Reads a document. `path` decides the dialect and globs; settings give aliases. Never fails. The
 * caller frees it. */
struct model *model_new(struct slice path, const struct text *text, const struct blocks *blocks,
                        struct inline_parser *parser, const struct settings *settings);
void model_free(struct model *model); /* NULL is fine */

/* The place in HTML of that name, or NULL. Logarithmic. */
const struct html_anchor *model_html_anchor(const struct model *model, struct slice name);

/* The innermost item, task, field (its body counts), heading (its section counts), reference at an
 * offset; NO_INDEX where none. Logarithmic. */
uint32_t model_item_at(const struct model *model, uint32_t offset);
uint32_t model_task_at(const struct model *model, uint32_t offset);
uint32_t model_field_at(const struct model *model, uint32_t offset);
uint32_t model_heading_at(const struct model *model, uint32_t offset);
uint32_t model_reference_at(const struct model *model, uint32_t offset);

/* The index of the first time that begins at `offset` or behind it: they stand in document order;
 * times.len where none does. */
uint32_t model_time_from(const struct model *model, uint32_t offset);
/* The first time that begins in the span, or NULL. */
const struct time_value *model_time_in(const struct model *model, struct span span);

/* The item's first field with this key that is not nested, or NO_INDEX. item NO_INDEX: the
 * document's own. */
uint32_t model_field_of(const struct model *model, uint32_t item, enum field_key key);
/* Heading by anchor or id ("Scope-1" folds case), by its own number, by title key; or NO_INDEX. */
uint32_t model_heading_by_anchor(const struct model *model, struct slice anchor);
uint32_t model_heading_by_number(const struct model *model, struct slice number);
uint32_t model_heading_by_title(const struct model *model, struct slice key);
/* The heading of the item of that title key: "Pilots" of "Initiative: Pilots". */
uint32_t model_heading_by_item(const struct model *model, struct slice key);
/* By an anchor without the hyphens that a leading emoji leaves behind ("-overview" is "overview"): some
 * renderers keep them and some do not. Case does not matter. */
uint32_t model_heading_by_bare_anchor(const struct model *model, struct slice anchor);
/* "Section 3": by its own number; by its place among the headings of level 2 only where the document numbers
 * none of them. */
uint32_t model_heading_by_section(const struct model *model, struct slice number);

#endif
