"""The fact answerers in the order in which they are asked. Knows no answerer's ways."""

from assistant.fact_answers.area_targets import answer_all_targets
from assistant.fact_answers.comparing import answer_compared_targets
from assistant.fact_answers.comparing_deadlines import answer_compared_deadlines
from assistant.fact_answers.comparing_tasks import (
    answer_compared_responsibility,
    answer_compared_totals,
    answer_compared_unit_tasks,
    answer_role_columns,
)
from assistant.fact_answers.dated_work import answer_dated_work
from assistant.fact_answers.definitions import answer_definition, answer_unexplained
from assistant.fact_answers.differences import answer_difference
from assistant.fact_answers.holdings import answer_holdings
from assistant.fact_answers.member_lists import answer_whether_member
from assistant.fact_answers.metadata import answer_metadata
from assistant.fact_answers.numbered_tasks import answer_numbered_task
from assistant.fact_answers.premises import refuse_false_number
from assistant.fact_answers.several_targets import answer_several_targets
from assistant.fact_answers.tables import answer_from_records
from assistant.fact_answers.target_gaps import answer_missing_indicator
from assistant.fact_answers.targets import answer_from_targets
from assistant.fact_answers.task_filters import answer_task_filter
from assistant.fact_answers.task_gaps import answer_task_table, answer_unassigned, answer_without_leads
from assistant.fact_answers.task_lists import (
    answer_busiest_unit,
    answer_tasks_of_unit,
    answer_unit_presence,
)
from assistant.fact_answers.task_overview import answer_every_responsibility
from assistant.fact_answers.tasks import (
    answer_deadline,
    answer_membership,
    answer_position,
    answer_responsibility,
)

__all__ = ["FACT_ANSWERERS"]

FACT_ANSWERERS = (
    answer_holdings,
    answer_whether_member,
    answer_from_records,
    answer_metadata,
    refuse_false_number,
    answer_difference,
    answer_definition,
    answer_unexplained,
    answer_task_table,
    answer_role_columns,
    answer_compared_deadlines,
    answer_compared_totals,
    answer_compared_unit_tasks,
    answer_compared_responsibility,
    answer_compared_targets,
    answer_busiest_unit,
    answer_tasks_of_unit,
    answer_numbered_task,
    answer_task_filter,
    answer_dated_work,
    answer_membership,
    answer_unit_presence,
    answer_deadline,
    answer_without_leads,
    answer_every_responsibility,
    answer_responsibility,
    answer_unassigned,
    answer_position,
    answer_several_targets,
    answer_from_targets,
    answer_all_targets,
    answer_missing_indicator,
)
"""Each returns None for what is not its own; the narrow ones come first."""
