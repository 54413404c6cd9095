/* plan_view.h: planls/planView and planls/planPlace: what a plan view beside the text draws. */
#ifndef PLANLS_LSP_PLAN_VIEW_H
#define PLANLS_LSP_PLAN_VIEW_H

#include "lsp/dispatch.h"

void plan_view_answer(struct server *server, const cJSON *params, struct reply *reply);
void plan_view_place(struct server *server, const cJSON *params, struct reply *reply);

/* Wishes a planls/planChanged where a plan that was asked for may look different now. */
void plan_view_follow(struct server *server);

#endif
