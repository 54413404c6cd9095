/* finding_json.h: a finding as a record of the command line's JSON (README.md of this folder). */
#ifndef PLANLS_CLI_FINDING_JSON_H
#define PLANLS_CLI_FINDING_JSON_H

#include "cli/findings.h"
#include "cli/places.h"
#include "host/json.h"

/* What making records needs; zeroed at first but for `projects`. */
struct finding_source {
    struct projects *projects;
    struct project *project;
    struct place_cursor findings, related, edits; /* each in order, more or less */
};

cJSON *finding_json(struct finding_source *source, struct project *project,
                    const struct planls_diagnostic *diagnostic);
/* The finding, and "because", "until" (or null) and "by": "comment" or "configuration". */
cJSON *waived_json(struct finding_source *source, const struct waived_finding *finding);
/* {"files", "items", "tasks", "errors", "warnings", "hints"}; a gate's has "waived" too. */
cJSON *findings_summary_json(const struct findings *findings);

#endif
