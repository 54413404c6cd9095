/* values.h: typed values read from the text of fields and headings: time, money, people, metrics,
 * dependencies, status. Words (weeks, months, states, in several languages) come from words.h.
 *
 * Readers take the shapes of one value (syntax/inline.h) and give what they are sure of; what they
 * do not understand they leave out. Slices in results live in the arena given, spans point into the
 * document.
 */
#ifndef PLANLS_MODEL_VALUES_H
#define PLANLS_MODEL_VALUES_H

#include "base/date.h"
#include "base/vec.h"
#include "syntax/inline.h"

/* ---- time ------------------------------------------------------------------------------------ */

enum time_unit { TIME_NONE, TIME_WEEK, TIME_DAY, TIME_MONTH, TIME_QUARTER, TIME_DATE };

struct time_point {
    enum time_unit unit;
    int32_t
        value; /* week, day, month: its number; quarter: year × 4 + (1…4) − 1; date: date_days */
};

enum time_kind {
    TIME_SPAN,     /* from … to on a calendar or on numbered weeks, months, days */
    TIME_DURATION, /* so much time, no place on a calendar: from/to are TIME_NONE */
    TIME_RELATIVE, /* "this week", "by Friday", and "Jan 26" where no year is known: hangs on a date
                      not said here; from/to are TIME_NONE */
    TIME_INVALID   /* has the shape of a date or span and cannot be: problem says why */
};

enum time_problem {
    TIME_OK,
    TIME_REVERSED,     /* Weeks 8–5 */
    TIME_NO_SUCH_DATE, /* 2026-02-30 */
    TIME_WRONG_WEEKDAY /* Monday, January 27, 2026: the date itself is read */
};

struct time_value {
    struct span where; /* the text that says it */
    enum time_kind kind;
    enum time_problem problem;
    struct time_point from, to; /* equal for a single week or date; to.unit TIME_NONE where open */
    bool open;                  /* "Month 2+" */
    bool until;                 /* "by", "due": only the end is meant; from equals to */
    bool year_given; /* a date with its year; without one the year is the caller's guess */
    double days;     /* TIME_DURATION: length in calendar days (a week 7, a month 30), of a range
                           the longer end; else 0 */
    bool hours;      /* TIME_DURATION under a day: effort, not calendar */
    struct span first, second;   /* the two numbers or dates, for a swap; second empty where one */
    struct span weekday;         /* the weekday's word, or empty */
    enum weekday weekday_should; /* TIME_WRONG_WEEKDAY: what it is */
};
struct time_values {
    VEC_MEMBERS(struct time_value);
};

/* All times in the shapes. `year` is the year dates without one belong to, or 0 for unknown.
 * Nothing is said of what has two readings: 4/5/2026, "Week 12-2", "2026-13". "Q2" without a year is
 * read with `year`; "Week 1" of a phase or of a month ("Phase 1 Week 1") is no time of the plan. */
void time_read(const struct inlines *inlines, struct slice text, int year, struct arena *arena,
               struct time_values *out);

/* ---- money ----------------------------------------------------------------------------------- */

struct money {
    struct span where;
    double amount;      /* whole currency units; for a range its middle */
    double unit;        /* what its last digit counts: 1000 of $30K, 0.01 of $9.99 */
    double min, max;    /* equal to amount where no range */
    bool range, approx; /* 30–50K; ~40K */
    bool more;          /* $100B+, >$1M: at least */
    bool less;          /* <$100: at most */
    bool placeholder;   /* $X */
    bool negative;
    bool total;         /* in an item's budget: the sum of the others ("Total: $40K") */
    char currency[4];   /* ISO code; "" where only the configured default applies */
    struct slice per;   /* "month", "year", "hour", "seat" …; empty for one-off */
    struct slice label; /* what for: "legal & security"; may be empty */
};
/* The parts of a sum are not amounts of their own: in "$100K (20 × $5K each)" and "20 × $5K = $100K" only
 * the hundred thousand is. "3 × $5K" is 5000 per "each". "$" is USD. */
struct moneys {
    VEC_MEMBERS(struct money);
};

void money_read(const struct inlines *inlines, struct slice text, struct arena *arena,
                struct moneys *out);

/* ---- people ---------------------------------------------------------------------------------- */

struct person {
    struct span where; /* name with role and scope */
    struct span name_span, role_span;
    struct slice name;  /* "Alex", "CTO", "jane" for @jane; a role alone is a name too */
    struct slice role;  /* "Sales Eng"; may be empty */
    struct slice scope; /* "pilots"; may be empty */
    struct slice key; /* who it is, for comparing: the name folded, or the fuller name by which the
                           same document knows them ("Jane" of "Jane Doe"); set by model_new */
    double share;     /* 0.5 for (50%) or (0.5 FTE); 0 where not stated */
    bool role_only;   /* the name is a role, a team or a department, nobody in particular */
};
struct people {
    VEC_MEMBERS(struct person);
};

/* The value of an owner field: names separated by , ; / & + "and" and the like. */
void people_read(const struct inlines *inlines, struct slice text, struct arena *arena,
                 struct people *out);

/* ---- metrics --------------------------------------------------------------------------------- */

struct metric {
    struct span where;
    struct slice text;
    char comparator; /* '=', '<', '>', 'l' for ≤, 'g' for ≥, '~' */
    double value;
    bool has_value, placeholder; /* ≥X% */
    double baseline;
    bool has_baseline; /* 43% → 65% */
    struct slice unit; /* "%", "minutes", "$" … */
    char direction;    /* '+' where the words ask for more, '-' for less, 0 where they do not say */
    bool change;       /* the value is the change itself: "by 40%", "30% increase" */
};
struct metrics {
    VEC_MEMBERS(struct metric);
};

void metrics_read(const struct inlines *inlines, struct slice text, struct arena *arena,
                  struct metrics *out);

/* ---- dependencies ---------------------------------------------------------------------------- */

enum dependency_form {
    DEPENDENCY_ID,       /* T012, 2.1, FR-003 */
    DEPENDENCY_NUMBERED, /* Phase 1, Fase 1, Weeks 2: target "phase 1", the kind's name in English */
    DEPENDENCY_LINK,     /* a link or wiki link; target as written */
    DEPENDENCY_TITLE     /* words that may be a title */
};

struct dependency {
    struct span where; /* the text of this one target */
    enum dependency_form form;
    struct slice target; /* "T012", "phase 1", "plan.md#anchor", "Research & alignment" */
    bool blocks;         /* the field was "blocks": the arrow goes the other way */
    bool drawn;          /* said by a chain's sentence or a drawing, so no edit takes it out */
};
struct dependencies {
    VEC_MEMBERS(struct dependency);
};

/* The value of a dependency field. "None", "n/a", "Nothing (first phase)" give nothing; lists and
 * ranges ("2.1-2.3", "Phase 1, 2 & 3") give one each. */
void dependencies_read(const struct inlines *inlines, struct slice text, struct arena *arena,
                       struct dependencies *out);

/* ---- status ---------------------------------------------------------------------------------- */

enum status {
    STATUS_NONE,
    STATUS_TODO,
    STATUS_DOING,
    STATUS_REVIEW,
    STATUS_DONE,
    STATUS_BLOCKED,
    STATUS_CANCELLED,
    STATUS_DEFERRED,
    STATUS_UNKNOWN /* words we do not know; counts as not done */
};

enum status status_read(struct slice value);
const char *status_name(enum status status); /* "todo", …; "" for STATUS_NONE */

/* ---- placeholders ---------------------------------------------------------------------------- */

/* Placeholders standing where a value belongs: INLINE_PLACEHOLDER shapes and the words TBD, TODO,
 * TBA, "to be defined" … as (nearly) the whole value. Not in code, not "N/A". */
struct spans {
    VEC_MEMBERS(struct span);
};
void placeholders_read(const struct inlines *inlines, struct slice text, struct arena *arena,
                       struct spans *out);

#endif
