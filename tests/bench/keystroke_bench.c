/* keystroke_bench.c: what one typed character costs: edit the document in its workspace, check it. */
#define _POSIX_C_SOURCE 200809L

#include <planls/planls.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define EDITS 200

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* The whole file, malloced; ends the program where it cannot be read. */
static char *read_file(const char *path, size_t *len)
{
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    *len = 0;
    for (size_t cap = 1u << 16; file; cap *= 2) {
        bytes = realloc(bytes, cap);
        if (!bytes)
            abort();
        *len += fread(bytes + *len, 1, cap - *len, file);
        if (*len < cap)
            break;
    }
    if (!file) {
        fprintf(stderr, "keystroke_bench: cannot read %s\n", path);
        exit(2);
    }
    fclose(file);
    return bytes;
}

static double check(struct planls_workspace *workspace, const char *path, size_t *findings)
{
    double start = now();
    struct planls_results *results = planls_results_new();
    struct planls_diagnostics found = {0};
    planls_check(workspace, path, results, &found);
    *findings = found.len;
    planls_results_free(results);
    return now() - start;
}

static int compare_times(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The times of an edit and of the check behind it, at places all over the document: a letter is typed
 * and the next stroke takes it back. The first edit, which makes the tree, is not counted. */
static void measure(struct planls_workspace *workspace, const char *path, const char *bytes,
                    size_t len)
{
    double edits[EDITS], checks[EDITS], both[EDITS];
    size_t findings = 0;
    double start = now();
    planls_workspace_put(workspace, path, bytes, len);
    double cold = now() - start + check(workspace, path, &findings);
    planls_workspace_edit(workspace, path, (struct planls_range){0, 0}, "", 0);
    for (size_t i = 0; i < EDITS; i++) {
        size_t at = len / EDITS * (i / 2 * 2);
        while (at > 0 && ((unsigned char)bytes[at] & 0xC0) == 0x80)
            at--;
        struct planls_range range = {(uint32_t)at, (uint32_t)(i % 2 ? at + 1 : at)};
        double before = now();
        planls_workspace_edit(workspace, path, range, "x", i % 2 ? 0 : 1);
        edits[i] = now() - before;
        checks[i] = check(workspace, path, &findings);
        both[i] = edits[i] + checks[i];
    }
    qsort(edits, EDITS, sizeof *edits, compare_times);
    qsort(checks, EDITS, sizeof *checks, compare_times);
    qsort(both, EDITS, sizeof *both, compare_times);
    printf("%-40.40s %5zu | %7.2f | %6.2f %6.2f | %6.2f %6.2f %5.2fx\n", path, len / 1024,
           cold * 1e3, edits[EDITS / 2] * 1e3, checks[EDITS / 2] * 1e3, both[EDITS / 2] * 1e3,
           both[EDITS - 1] * 1e3, both[EDITS / 2] / cold);
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fputs("usage: keystroke_bench FILE…\n", stderr);
        return 2;
    }
    puts(
        "document                                    KB | cold ms | median ms: edit, check | both: "
        "median, worst, of a cold start");
    struct planls_workspace *workspace = planls_workspace_new();
    for (int i = 1; i < argc; i++) {
        size_t len;
        char *bytes = read_file(argv[i], &len);
        const char *slash = strrchr(argv[i], '/');
        measure(workspace, slash ? slash + 1 : argv[i], bytes, len);
        free(bytes);
    }
    planls_workspace_free(workspace);
    return 0;
}
