from __future__ import annotations

from markupsafe import Markup

from casebook.components.facilitate.session_decision.session_decision import session_decision
from casebook.components.facilitate.session_plan.session_plan import session_plan
from casebook.components.facilitate.session_sheets import decision_of, handouts_of, tables_of_session
from casebook.components.page.stop_page.stop_page import stop_page
from casebook.render.context import PageContext, component
from casebook.render.paper.handouts import Handout, placed


@component
def session_pack(ctx: PageContext, session: str) -> Markup:
    """Everything to print for a session: the plan, and each sheet once, on a sheet of paper of its own."""
    one = ctx.library.sessions[session]
    kits = [kit for kit in handouts_of(ctx, one, True) if kit.html]
    plan = ctx.render("session_pack_plan", session=one, plan=session_plan(ctx, session, True))
    handouts = [Handout(ctx.t("session_plan.plan_of", title=one.title), plan)]
    stop = stop_page(ctx, ctx.t("sheet.outcome_follows"))
    handouts += [Handout(kit.name, kit.html, kit.shared_by, stop if kit.sheet == "outcome" else None) for kit in kits]
    first, *others = placed(handouts)
    pack = ctx.render(
        "session_pack",
        id=session,
        session=one,
        decision=decision_of(ctx, one),
        plan=first,
        others=others,
        kits=list(zip(kits, others, strict=True)),
        rest=[kit for kit in handouts_of(ctx, one, False) if not kit.page],
        run=ctx.use.print_run(handouts, one.group.from_, one.group.to, tables_of_session(one)),
    )
    return session_decision(ctx, session, pack)
