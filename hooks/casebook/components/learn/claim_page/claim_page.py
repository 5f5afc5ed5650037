from __future__ import annotations

from markupsafe import Markup

from casebook.analysis.evidence_strength import strength_of_part, strongest
from casebook.analysis.review_status import changes_since_weighed
from casebook.citations.withheld_titles import finding_anchor
from casebook.components.evidence.names_apart import disambiguator
from casebook.components.learn.exercises_on_claim import exercises_on
from casebook.data.payloads.findings import claim_script, mark_of
from casebook.library.glimpses import findings_on, glimpse
from casebook.library.library import CaseFinding
from casebook.render.context import PageContext, component
from casebook.schema.case import STANCES
from casebook.schema.kinds import CLAIMS


@component
def claim_page(ctx: PageContext, claim_id: str) -> Markup:
    """A claim: what it means, a moment, what the literature says, every finding with its case and stance, and last what
    the cases say taken together.
    """
    claim = ctx.library.claims[claim_id]
    told = sorted(findings_on(ctx.library, claim_id), key=lambda one: one.case.title.lower())
    groups = [(stance, [one for one in told if one.finding.stance == stance]) for stance in STANCES]
    groups = [(stance, found) for stance, found in groups if found]
    # The text explains up to its first heading; below that it says what the literature says.
    meaning, heading, literature = ctx.prose(ctx.library.files_of(CLAIMS)[claim_id].body).partition("<h2>")
    return ctx.render(
        "claim_page",
        anchor=lambda one: finding_anchor(one.case, one.finding),
        mark=mark_of,
        id=claim_id,
        claim=claim,
        meaning=meaning,
        moment_case=glimpse(ctx.library, claim.moment.case) if claim.moment and claim.moment.case else None,
        literature=heading + literature,
        groups=groups,
        one_sided=len(told) > 1 and len(groups) == 1,
        changed=changes_since_weighed(ctx.library, claim_id).every if claim.together else (),
        strength=_strength,
        named=lambda told: disambiguator(ctx, told),
        exercises=exercises_on(ctx.library, claim_id),
        script=claim_script(claim_id),
        root=ctx.to_root,
    )


def _strength(told: CaseFinding) -> str:
    """The strength of evidence of the case's part that a finding belongs to."""
    return strength_of_part(told.case, told.finding.part) if told.finding.part else strongest(told.case)
