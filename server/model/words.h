/* words.h: the words that mean something in plans, in several languages, as tables.
 *
 * To teach planls a language, add its words to the tables in words_*.c (one per subject, sorted by
 * byte); the few words that only one reader needs stand there. All look-ups fold case and take the
 * bare words: emphasis, emoji, brackets behind and end punctuation do not matter (lexicon.h).
 */
#ifndef PLANLS_MODEL_WORDS_H
#define PLANLS_MODEL_WORDS_H

#include "base/slice.h"
#include "model/settings.h"
#include "model/values.h"

enum item_kind {
    ITEM_OTHER,
    ITEM_INITIATIVE,
    ITEM_WORKSTREAM,
    ITEM_EPIC,
    ITEM_PHASE,
    ITEM_MILESTONE,
    ITEM_OBJECTIVE,
    ITEM_KEY_RESULT,
    ITEM_STORY,
    ITEM_REQUIREMENT,
    ITEM_SPRINT,
    ITEM_MONTH,
    ITEM_WEEK,
    ITEM_DAY,
    ITEM_GATE,
    ITEM_ACTION,
    ITEM_TASK,
    ITEM_STEP,
    ITEM_DECISION
};

const char *item_kind_name(enum item_kind kind); /* "initiative", "key-result", … "other" */

enum field_key {
    FIELD_OTHER,
    FIELD_OWNER,
    FIELD_STATUS,
    FIELD_TIMELINE,
    FIELD_BUDGET,
    FIELD_EFFORT,
    FIELD_SUCCESS_CRITERIA,
    FIELD_BLOCKERS,
    FIELD_DELIVERABLES,
    FIELD_DEPENDENCIES,
    FIELD_BLOCKS, /* what waits for this: the arrow reversed */
    FIELD_PRIORITY,
    FIELD_GOAL,
    FIELD_SCOPE,
    FIELD_REQUIREMENTS,
    FIELD_VERIFICATION,
    FIELD_TARGET,
    FIELD_SIGNAL,
    FIELD_ACTION,
    FIELD_UPDATE_FREQUENCY,
    FIELD_LAST_UPDATED,
    FIELD_AUDIENCE,
    FIELD_START,
    FIELD_INITIATIVE, /* "Initiative:", "Item:", "Milestone:", "Plan:" in a task: what it serves */
    FIELD_ID,
    FIELD_MITIGATION,
    FIELD_GATE,     /* go-gate criteria */
    FIELD_CONTAINS, /* "Contains:", "Key Sections:" of an index entry */
    FIELD_DATE,     /* "Date:", "Created:", "timestamp:": the document's own date */
    FIELD_COUNT
};

const char *field_key_name(enum field_key key); /* "owner", "success-criteria", …; "other" */
/* By a label's words ("Success Metrics", "責任者"), the workspace's aliases first. */
enum field_key field_key_of(struct slice label, const struct settings *settings);

/* The kind word a heading begins with: "Initiative 1: …" gives ITEM_INITIATIVE and how many bytes
 * the kind word takes; ITEM_OTHER and 0 where none. `title` is undecorated. Of an id that stands first
 * ("ADR-003: …", "T012 …") these are its letters, of 第1阶段 and 1단계 number and word. A kind word
 * without a number or separator behind it is prose. */
enum item_kind item_kind_of(struct slice title, size_t *length);
/* The kind that a heading of items promises for the sections below it ("Workstreams & Milestones",
 * "Phases", "Initiatives"), or ITEM_OTHER. */
enum item_kind item_kind_of_group(struct slice title);

enum time_unit time_unit_of(struct slice word); /* week(s), Woche, semaine, 周, … */
int month_of(struct slice word);                /* 1–12 for January, Jan, janvier …; 0 */
int weekday_of(struct slice word);              /* 0–6 (Monday 0) or -1 */
enum status status_of(struct slice words);      /* a known state's words, or STATUS_UNKNOWN */
bool is_none_word(struct slice words);          /* None, n/a, nothing, keine, aucune, 无 … */
bool is_section_word(struct slice word);        /* Section, Sections, Sec., §, Abschnitt … */
bool is_role_word(struct slice word);           /* Engineer, CTO, Lead, VP, PM … */
bool is_field_word_like(struct slice label); /* could be a label at all: 1–6 words, no verb end */

#endif
