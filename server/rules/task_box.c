/* task_box.c: a task's box: is it open, and where to tick or untick it. */
#include "rules/task_box.h"

bool task_is_open(const struct task *task)
{
    return !task->done && !task->optional && task->status != STATUS_CANCELLED &&
           task->status != STATUS_DEFERRED && !span_is_empty(task->box);
}

struct span task_box_inside(const struct check *check, const struct task *task)
{
    struct slice box = span_slice(check->text, task->box);
    if (box.len < 3 || box.ptr[0] != '[' || box.ptr[box.len - 1] != ']')
        return SPAN_NONE;
    return (struct span){task->box.start + 1, task->box.end - 1};
}
