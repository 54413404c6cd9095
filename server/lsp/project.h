/* project.h: one workspace root: its documents, the files on disk behind them, and how far the server
 * has got with them.
 *
 * A project goes through scan.c (which files are there, and have they changed), reading.c (bytes to
 * documents, on the pool), lookups.c (do the paths that references lead to exist) and is then
 * `ready`: from there on checks.c judges documents whenever something they depend on has changed.
 * Text of closed documents is kept only while they are being judged.
 *
 * A document that is no file of this machine (`git:`, `untitled:`, a file on another host), or a
 * second view of an open file, has a project of its own without a root: nothing joins it.
 */
#ifndef PLANLS_LSP_PROJECT_H
#define PLANLS_LSP_PROJECT_H

#include "features/facade.h"
#include "host/config.h"
#include "lsp/server.h"

#define uthash_fatal(message) memory_exhausted()
#include <uthash.h>

/* Tells a changed file from an unchanged one. */
struct stamp {
    uint64_t size, inode;
    int64_t modified, changed; /* nanoseconds */
};

/* A path of the project: on disk, open in the client, or asked for by a reference. */
struct file {
    UT_hash_handle hh;
    struct stamp stamp; /* of the bytes last read */
    struct stamp asked; /* what the read under way was asked for; zero where none is */
    bool on_disk;       /* the last scan, or the last look-up, met it */
    bool document;      /* … as a document */
    bool folder;
    bool looked_up;         /* no scan meets it: references ask for it */
    bool to_read, to_check; /* in the project's queues or, if open, waiting */
    bool queued_read, queued_check;
    uint32_t scan;              /* number of the scan that last met it */
    uint32_t read_number;       /* of the last read started: earlier ones are out of date */
    uint64_t edited;            /* when the client last changed it, while open */
    uint64_t marked;            /* since when it is to be judged */
    struct open_document *open; /* NULL: closed */
    char *published_uri;        /* what the client was last told findings of, or NULL */
    uint64_t published;         /* and a hash of it */
    char *report;               /* a pulling client's list of a closed file, JSON; NULL: empty */
    uint64_t report_id;         /* and a hash of it */
    size_t path_len;
    char path[]; /* relative to the root */
};

struct file_queue {
    struct file **items;
    size_t first, len, cap;
};

/* Settings that jobs on the pool may be looking at: freed when the last of them has come back. */
struct configuration {
    struct config config;
    char *editor; /* the editor's settings they were made from, where there is no file; or NULL */
    unsigned users;
};

struct project {
    struct server *server;
    char *root;     /* real path; NULL: a document alone */
    bool shallow;   /* too much lies below the root to look at: only what is open counts */
    bool ready;     /* loaded once: questions can be answered */
    bool was_ready; /* … at least once, perhaps with other settings */
    bool doomed;    /* is freed when its last job has come back */
    struct planls_workspace *workspace;
    struct configuration *configuration;
    struct file *files;
    struct file_queue to_read, to_check; /* closed documents */
    unsigned jobs;                       /* of all kinds under way */
    unsigned reads;                      /* of them reading */
    unsigned lookups;                    /* of them looking paths up */
    bool scanning, scan_again;
    struct scanned *scanned; /* what the last scan met, and asked for (scan.c); NULL before */
    uint64_t file_changes;   /* counts what changes the state of files, but for scans */
    uint64_t scan_wanted;    /* since when a question wants one; 0: none does */
    bool had_plan;     /* as of the last change: what appears or goes concerns every document */
    bool had_document; /* was there what project_before_change was told of? */
    uint32_t scans;
    uint64_t scan_ended, scan_took; /* when the last scan ended and how long it took */
    uint64_t closed_after;          /* closed documents are not judged before: the user is typing */
    uint64_t closed_last;           /* when a portion of them was last begun */
    uint64_t nested;                /* hash of the folders in it that are workspaces of their own */
    uint64_t generation;            /* counts every change of the workspace */
    bool plan_shown;                /* a picture of one of its plans was asked for … */
    uint64_t plan_generation;       /* … when this was the generation */
    struct project *next;
};

/* ---- projects -------------------------------------------------------------------------------- */

/* The project of a real path, made where there is none yet; *relative points into `path`. */
struct project *projects_for_path(struct server *server, const char *path, struct slice *relative);
/* A new project for one document of that name that joins nothing. */
struct project *projects_new_alone(struct server *server);
/* Is all loaded that was opened? */
bool projects_are_ready(const struct server *server);
/* Is nothing being read, looked for or judged? */
bool projects_are_at_rest(const struct server *server);
/* Loads what the client's folders hold, lets go of what they no longer do. */
void projects_follow_folders(struct server *server);
bool project_has_open(const struct project *project);
/* Has it an open document, or anything of the client's folders? */
bool project_is_needed(const struct project *project);
/* Frees a project that nobody needs any more, now or when its jobs are done. */
void project_let_go(struct project *project);
/* A job of it has come back: true where the project went with it. */
bool project_job_done(struct project *project);
void projects_free(struct server *server);

/* Replaces the configuration (taken over) and starts all over with the documents. */
void project_configure(struct project *project, struct configuration *configuration);
struct configuration *configuration_new(void); /* of settings as they are without any; one user */
void configuration_release(struct configuration *configuration);

/* Moves on: starts reads and look-ups that are due, and becomes ready where none are left. */
void project_proceed(struct project *project);

/* Around every change of a document or of what exists at a path: has all that depends on it checked,
 * before and after, since either may name what the other does not; looks up what is newly asked for. */
void project_before_change(struct project *project, struct slice path);
void project_after_change(struct project *project, struct slice path);

#endif
