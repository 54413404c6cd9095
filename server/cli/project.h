/* project.h: the workspaces in which a command's PATHs lie, loaded whole, and what of them was
 * asked for.
 *
 * A PATH selects what is reported; the workspace around it is loaded whatever was selected, so that
 * what is said of a document does not depend on how it was named.
 */
#ifndef PLANLS_CLI_PROJECT_H
#define PLANLS_CLI_PROJECT_H

#include "cli/arguments.h"
#include "host/config.h"
#include "host/load.h"

#include <planls/workspace.h>

/* A text read for the sake of a finding that leads to it. */
struct project_source {
    const char *path;
    const struct text *text; /* NULL: it could not be read */
};

/* A document that stood elsewhere at the revision compared with. */
struct project_move {
    struct slice from, to;
};

struct project {
    const char *root; /* resolved */
    struct config config;
    struct settings settings; /* the configuration's, with what the command line says on top */
    struct planls_workspace *workspace;
    struct planls_workspace *base; /* at the revision compared with (base.h), or NULL */
    VEC(struct project_move) moves;
    struct load_result load;
    VEC(struct slice) folders; /* selected, relative to root; "" selects all */
    VEC(struct slice) files;   /* selected by name */
    VEC(struct project_source) sources;
};

struct projects {
    VEC(struct project *) all;     /* in the order of the PATHs; at least one */
    struct project *stdin_project; /* the one that standard input belongs to, or NULL */
    struct slice stdin_path;       /* what it is called there */
    const char *cwd;
    date_days today;
    bool
        unreadable; /* something selected could not be read: said already, and the status must say so */
    struct arena arena;
};

/* Loads what the operands (none: ".") mean. Gives 0, or EXIT_UNUSABLE after one line. Release in
 * both cases. */
int projects_open(struct projects *projects, const struct arguments *arguments);
void projects_release(struct projects *projects);

bool project_selects(const struct project *project, struct slice path);
/* The documents selected: how many in all projects. */
size_t projects_count(const struct projects *projects);

/* The text of a document or of any file at `path` in the project; NULL where there is none. */
const struct text *project_text(struct projects *projects, struct project *project,
                                const char *path);
/* What to call a path of the project when talking to a person in the working folder. */
const char *project_shown(struct projects *projects, const struct project *project,
                          const char *path);

/* A path of the project as machines are told it: relative to the first project's root. */
const char *project_path(struct projects *projects, const struct project *project,
                         const char *path);

#endif
