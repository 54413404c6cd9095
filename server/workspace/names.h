/* names.h: which document defines a name and which asks for one.
 *
 * A name is a namespace letter, ':' and a folded text ("i:ide and ci/cd moat"). Names that nothing
 * defines are kept as long as somebody asks for them, so defining one finds who has to be looked at
 * again. All costs depend on the document that comes or goes, never on the workspace.
 */
#ifndef PLANLS_WORKSPACE_NAMES_H
#define PLANLS_WORKSPACE_NAMES_H

#include "base/arena.h"

#include <stdint.h>

enum name_space {
    NAME_ITEM = 'i',   /* an item's title key, full key or folded id */
    NAME_TASK = 't',   /* a task's folded id */
    NAME_NUMBER = 'n', /* an item's number, with its kind's name ("phase 1") and alone ("2.1") */
    NAME_FILE = 'f',   /* a document's file name without folders, folded; also without extension */
    NAME_ELSEWHERE =
        'e',             /* the same; asked for by what names its file by a path: that file alone is
                             meant, but once it is missing another of its name may have been */
    NAME_PATH = 'p',     /* a document's path */
    NAME_FOLDER = 'd',   /* a document's folder; asked for by what lists a folder's documents */
    NAME_ASSIGNEE = 'a', /* the key of a task's owner; once per document */
    NAME_PERSON = 'w',   /* the key of an item's owner or of somebody declared; once per document */
    NAME_LIKE = 'l' /* the same with one character left out, and whole: names one slip apart share
                          one of these (symmetric deletion, Garbe 2012) */
};

enum name_role { NAME_DEFINES, NAME_ASKS };

struct name_entry {
    const struct document *document;
    uint32_t index;          /* item or task in its model; NO_INDEX for files */
    uint32_t items;          /* NAME_PERSON, defined: as struct person_summary, of the document */
    struct name_entry *next; /* in its bucket and role */
    /* private to names.c */
    struct name_bucket *bucket;
    struct name_entry **link; /* what points here in its list: removal takes constant time */
    enum name_role role;
    bool declared, stated; /* as `items` */
};

/* A document's entries, a chunk at a time. */
struct name_chunk {
    struct name_chunk *older;
    uint32_t len, cap;
    struct name_entry entries[];
};

struct names;

struct names *names_new(void);
void names_free(struct names *names); /* but for the documents' entries */

/* Adds an entry and gives it; `chain` is the document's own list, for names_remove. A document asks for
 * one name once however often it is added: NULL then, and for an empty name. */
struct name_entry *names_add(struct names *names, struct name_chunk **chain, enum name_role role,
                             enum name_space space, struct slice text,
                             const struct document *document, uint32_t index);
/* Frees a document's entries alone, where the table goes too or never had them. */
void names_free_chain(struct name_chunk **chain);
/* Removes and frees a document's entries. */
void names_remove(struct names *names, struct name_chunk **chain);
/* Makes a document's entries those of another state of it. */
void names_give(struct name_chunk *chain, const struct document *document);

/* First entry of a name in a role; follow ->next. NULL where none. */
const struct name_entry *names_find(const struct names *names, enum name_role role,
                                    enum name_space space, struct slice text);
/* Whom more documents name than this is nobody's news: no rule adds anything up over all of them, and
 * an edit of one is no reason to look at the others again. Keeps a workspace in which everything is
 * owned by one person linear. */
#define NAMES_MANY_PEOPLE 64
/* Do more documents define the name than that? Looks at no more. */
bool names_are_many(const struct names *names, enum name_space space, struct slice text);

/* Everybody who asks for anything that the entries of `chain` define, but for the left out: calls visit
 * once per asker and name (so perhaps several times per document). */
struct name_filter {
    bool no_people;    /* not those who only name the same people */
    bool no_elsewhere; /* nor those who only name a file of this name (NAME_ELSEWHERE) */
};
void names_visit_askers(const struct name_chunk *chain, struct name_filter filter,
                        void (*visit)(void *context, const struct document *asker), void *context);

#endif
