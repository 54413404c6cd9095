/* git.c: an earlier revision of a folder, read through the `git` program. */
#include "host/git.h"

#include "host/process.h"

#include <stdlib.h>
#include <string.h>
#include <uv.h>

#define MOST_ARGUMENTS 16

struct git {
    const char *folder;
    struct arena *arena;
    const char **why;
    const char *const *environment;
};

/* ---- running it ------------------------------------------------------------------------------ */

/* What git is not to take from us: in a hook it names its repository by a path relative to a folder
 * that is not the one we run it in. */
static bool is_dropped(const char *name, bool relative_repository)
{
    static const char *const repository[] = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE",
                                             "GIT_PREFIX"};
    static const char *const set_anew[] = {"LC_ALL", "GIT_OPTIONAL_LOCKS", "GIT_TERMINAL_PROMPT",
                                           "GIT_EXTERNAL_DIFF"};
    for (size_t i = 0; relative_repository && i < sizeof repository / sizeof *repository; i++)
        if (strcmp(name, repository[i]) == 0)
            return true;
    for (size_t i = 0; i < sizeof set_anew / sizeof *set_anew; i++)
        if (strcmp(name, set_anew[i]) == 0)
            return true;
    return false;
}

static const char *const *environment_of(struct arena *arena)
{
    VEC(const char *) list = {0};
    uv_env_item_t *items = NULL;
    int count = 0;
    uv_os_environ(&items, &count);
    const char *git_dir = getenv("GIT_DIR");
    bool relative = !git_dir || git_dir[0] != '/';
    for (int i = 0; i < count; i++)
        if (!is_dropped(items[i].name, relative))
            *VEC_PUSH(arena, &list) = arena_printf(arena, "%s=%s", items[i].name, items[i].value);
    uv_os_free_environ(items, count);
    *VEC_PUSH(arena, &list) = "LC_ALL=C";
    *VEC_PUSH(arena, &list) = "GIT_OPTIONAL_LOCKS=0";
    *VEC_PUSH(arena, &list) = "GIT_TERMINAL_PROMPT=0";
    *VEC_PUSH(arena, &list) = NULL;
    return list.items;
}

static bool fail(struct git *git, const char *why)
{
    *git->why = why;
    return false;
}

/* Runs git with these arguments (ended by NULL). False where it cannot be run at all. */
static bool run(struct git *git, const char *const *arguments, struct slice input,
                struct process_result *result)
{
    const char *all[MOST_ARGUMENTS] = {"git", "--no-pager", "--literal-pathspecs", "-c",
                                       "core.fsmonitor=false"};
    size_t count = 5;
    for (size_t i = 0; arguments[i] && count + 1 < MOST_ARGUMENTS; i++)
        all[count++] = arguments[i];
    all[count] = NULL;
    process_run(all, git->folder, git->environment, input, result);
    if (!result->error)
        return true;
    const char *why =
        result->error == HOST_NOT_FOUND
            ? "comparing with a revision needs the git program, and there is none in PATH"
            : arena_printf(git->arena, "git cannot be run: %s", host_error_text(result->error));
    process_release(result);
    return fail(git, why);
}

/* The first line git said, without what it puts before it. */
static const char *complaint(struct git *git, const struct process_result *result)
{
    struct slice_split split = {strbuf_slice(&result->err), false};
    struct slice line = {"", 0};
    slice_split_next(&split, '\n', &line);
    if (slice_starts(line, SLICE("fatal: ")))
        line = slice_from(line, 7);
    if (line.len == 0)
        return arena_printf(git->arena, "git ended with status %d", result->status);
    return arena_printf(git->arena, "git says: %.*s", SLICE_ARG(line));
}

/* The same, and git has to succeed. */
static bool run_well(struct git *git, const char *const *arguments, struct slice input,
                     struct process_result *result)
{
    if (!run(git, arguments, input, result))
        return false;
    if (result->status == 0)
        return true;
    const char *why = complaint(git, result);
    process_release(result);
    return fail(git, why);
}

/* ---- which commit ---------------------------------------------------------------------------- */

/* One line of output, or NULL where git failed (*ran: it could be run). */
static const char *ask(struct git *git, const char *const *arguments, bool *ran)
{
    struct process_result result;
    *ran = run(git, arguments, SLICE(""), &result);
    if (!*ran)
        return NULL;
    const char *line = NULL;
    if (result.status == 0)
        line = arena_cstring(git->arena, slice_trim(strbuf_slice(&result.out)));
    process_release(&result);
    return line;
}

static bool find_repository(struct git *git)
{
    const char *const arguments[] = {"rev-parse", "--is-inside-work-tree", NULL};
    struct process_result result;
    if (!run(git, arguments, SLICE(""), &result))
        return false;
    bool good = result.status == 0 && slice_is(slice_trim(strbuf_slice(&result.out)), "true");
    const char *why = NULL;
    if (!good && slice_contains(strbuf_slice(&result.err), SLICE("not a git repository")))
        why = arena_printf(git->arena,
                           "%s is in no git repository, so there is no revision to compare with",
                           git->folder);
    else if (!good)
        why = result.status ? complaint(git, &result)
                            : arena_printf(git->arena, "%s is no working tree of git", git->folder);
    process_release(&result);
    return good || fail(git, why);
}

static bool no_revision(struct git *git, const char *name)
{
    bool ran;
    const char *const arguments[] = {"rev-parse", "--is-shallow-repository", NULL};
    const char *shallow = ask(git, arguments, &ran);
    if (!ran)
        return false;
    if (shallow && strcmp(shallow, "true") == 0)
        return fail(git, arena_printf(git->arena,
                                      "there is no revision \"%s\" in this shallow clone: fetch it "
                                      "(git fetch --unshallow, or fetch-depth: 0 in a workflow)",
                                      name));
    return fail(git, arena_printf(git->arena, "there is no revision \"%s\"", name));
}

/* The commit a name means; NULL after saying why. */
static const char *find_commit(struct git *git, const char *name, const char *whole_name)
{
    bool ran;
    /* --verify takes one name and nothing else; a name never begins with '-' here. */
    const char *const arguments[] = {"rev-parse", "--verify", "--quiet",
                                     arena_printf(git->arena, "%s^{commit}", name), NULL};
    const char *commit = ask(git, arguments, &ran);
    if (ran && !commit)
        no_revision(git, whole_name);
    return commit;
}

static const char *merge_base(struct git *git, const char *commit, const char *name)
{
    bool ran;
    const char *const arguments[] = {"merge-base", commit, "HEAD", NULL};
    const char *base = ask(git, arguments, &ran);
    if (ran && !base)
        no_revision(git, name);
    return base;
}

/* A repository without a commit: "HEAD" is then where the first one will go. */
static bool is_unborn(struct git *git, const char *name)
{
    bool ran;
    const char *const head[] = {"rev-parse", "--verify", "--quiet", "HEAD", NULL};
    const char *const branch[] = {"symbolic-ref", "--quiet", "HEAD", NULL};
    return strcmp(name, "HEAD") == 0 && !ask(git, head, &ran) && ran && ask(git, branch, &ran);
}

static bool resolve(struct git *git, const char *name, const char **commit)
{
    struct slice text = slice_of(name);
    bool leaves = slice_ends(text, SLICE("..."));
    if (leaves)
        text.len -= 3;
    if (text.len == 0)
        return fail(git, "the revision to compare with is empty");
    if (text.ptr[0] == '-')
        return fail(git, arena_printf(git->arena,
                                      "a revision cannot begin with \"-\", as \"%s\" does", name));
    *commit = find_commit(git, arena_cstring(git->arena, text), name);
    if (*commit && leaves)
        *commit = merge_base(git, *commit, name);
    return *commit != NULL;
}

/* ---- what is in it --------------------------------------------------------------------------- */

/* "100644 blob ID\tPATH\0": links and modules are no files of this folder. */
static bool list_files(struct git *git, struct git_revision *revision)
{
    struct process_result result;
    const char *const arguments[] = {"ls-tree", "-r", "-z", revision->commit, NULL};
    if (!run_well(git, arguments, SLICE(""), &result))
        return false;
    struct slice_split split = {arena_copy(git->arena, strbuf_slice(&result.out)), false};
    struct slice record;
    while (slice_split_next(&split, '\0', &record)) {
        size_t tab = slice_find_byte(record, '\t'), blob = slice_find(record, SLICE(" blob "));
        if (tab == SLICE_NONE || blob == SLICE_NONE || blob > tab ||
            !slice_starts(record, SLICE("100")))
            continue;
        *VEC_PUSH(git->arena, &revision->files) = (struct git_file){
            .path = arena_copy(git->arena, slice_from(record, tab + 1)),
            .id = slice_trim(slice_sub(record, blob + 6, tab)),
        };
    }
    process_release(&result);
    return true;
}

static int compare_moves(const void *a, const void *b)
{
    return slice_compare(((const struct git_move *)a)->to, ((const struct git_move *)b)->to);
}

/* "R087\0FROM\0TO\0" */
static bool list_moves(struct git *git, struct git_revision *revision)
{
    struct process_result result;
    const char *const arguments[] = {"diff",       "--no-ext-diff",   "--name-status",  "-M", "-z",
                                     "--relative", "--diff-filter=R", revision->commit, "--", NULL};
    if (!run_well(git, arguments, SLICE(""), &result))
        return false;
    struct slice_split split = {strbuf_slice(&result.out), false};
    struct slice letter, from, to;
    while (slice_split_next(&split, '\0', &letter) && letter.len &&
           slice_split_next(&split, '\0', &from) && slice_split_next(&split, '\0', &to))
        *VEC_PUSH(git->arena, &revision->moves) =
            (struct git_move){arena_copy(git->arena, from), arena_copy(git->arena, to)};
    process_release(&result);
    if (revision->moves.len)
        qsort(revision->moves.items, revision->moves.len, sizeof *revision->moves.items,
              compare_moves);
    return true;
}

bool git_open(struct git_revision *revision, const char *folder, const char *name,
              struct arena *arena, const char **why)
{
    *revision = (struct git_revision){.folder = folder};
    struct git git = {folder, arena, why, environment_of(arena)};
    if (!find_repository(&git))
        return false;
    if (is_unborn(&git, name))
        return true;
    return resolve(&git, name, &revision->commit) && list_files(&git, revision) &&
           list_moves(&git, revision);
}

/* ---- bytes ----------------------------------------------------------------------------------- */

bool git_read(const struct git_revision *revision, const struct git_file *files, size_t count,
              void (*take)(void *context, size_t index, struct slice bytes), void *context,
              struct arena *arena, const char **why)
{
    struct git git = {revision->folder, arena, why, environment_of(arena)};
    if (count == 0)
        return true;
    struct strbuf ids;
    strbuf_init(&ids, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < count; i++) {
        strbuf_append(&ids, files[i].id);
        strbuf_putc(&ids, '\n');
    }
    struct process_result result;
    const char *const arguments[] = {"cat-file", "--batch", NULL};
    bool good = run_well(&git, arguments, strbuf_slice(&ids), &result);
    strbuf_release(&ids);
    if (!good)
        return false;
    /* "ID blob SIZE\nBYTES\n" for each. */
    struct slice rest = strbuf_slice(&result.out);
    for (size_t i = 0; i < count && good; i++) {
        size_t end = slice_find_byte(rest, '\n');
        struct slice head = slice_sub(rest, 0, end == SLICE_NONE ? 0 : end);
        uint32_t size = 0;
        good = end != SLICE_NONE && slice_contains(head, SLICE(" blob ")) &&
               slice_to_u32(slice_from(head, slice_find_last_byte(head, ' ') + 1), &size) &&
               rest.len >= end + 1 + size + 1;
        if (!good)
            break;
        take(context, i, slice_sub(rest, end + 1, end + 1 + size));
        rest = slice_from(rest, end + 1 + size + 1);
    }
    process_release(&result);
    return good || fail(&git, "git does not have all files of that revision (a partial clone?)");
}
