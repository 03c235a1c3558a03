"""The phone: one component that asks one thing at a time, keeps what is not stored, and says what is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from pages._ballot_acts import MOST_PEOPLE, keep_sent, person_now, results_of_acts
from pages._ballot_words import ballot_words
from pages._card_words import CARD_WORDS
from pages._component import component
from pages._live import do_nothing, listening_script, what_to_hear
from pages._page import PageContext
from storage.access import ActorKind, Seat
from storage.phone import OwnBallot, OwnCard, PhoneActivity, PhoneView, read_journey
from storage.privacy_notice import Notice, read_notice
from storage.revisions import WORKSHOP
from storage.seats import number_of_seat
from storage.store import Store
from touchpoints.activities import Dots, Part, Points, Promise, Rate, RateScale, Write, activity_kind
from touchpoints.ballots import parts_asked
from touchpoints.messages import N_, Message, Wording, message
from touchpoints.model import ActivityState, CardKind, WorkshopState
from touchpoints.room.hints import asked_hints

_KEY = "ballot"
_FILES = Path(__file__).with_name("_components") / "ballot"
_SCRIPTS = ("dom", "kept", "queue", "answers", "rate", "spend", "write", "promise", "asking", "bar", "ballot")
_ballot = component(
    "ballot",
    '<div class="phone"></div>',
    style=(_FILES / "ballot.css").read_text(encoding="utf-8"),
    script="\n".join(
        [
            listening_script("listen"),
            *((_FILES / f"{name}.js").read_text(encoding="utf-8") for name in _SCRIPTS),
        ]
    ),
)

_STATES = {
    ActivityState.PLANNED: N_("This comes next. Wait until the facilitator opens it."),
    ActivityState.PAUSED: N_("Paused for a moment. What you answered is stored."),
    ActivityState.REVEALED: N_("Look at the wall: the result is shown there."),
    ActivityState.CLOSED: N_("This is closed. What you answered is stored."),
}
_WITH_NAME = N_(
    "Your text appears word for word. Beside an action stands the name that you give with it; "
    "everything else has none."
)


def show_ballot(page: PageContext, seat: Seat, view: PhoneView) -> None:
    """Show what is on; whatever was sent must have been carried out before."""
    person = person_now()
    _ballot(
        key=_KEY,
        on_acts_change=partial(keep_sent, _KEY),
        on_redraw_change=do_nothing,
        # In a list, since Streamlit looks whether each value of a dictionary is a table.
        data=[
            {
                "seat": str(seat.participant_id),
                "live": what_to_hear(page, seat.project_id, [WORKSHOP], {WORKSHOP: view.revision}),
                "isAlone": page.actor.kind is ActorKind.PARTICIPANT,
                "language": page.wording.language,
                "workshop": view.workshop,
                "person": person,
                "mostPeople": MOST_PEOPLE,
                "activities": [_activity(page, view, one, person) for one in view.activities],
                "idle": page.wording.say(_idle(view)),
                "isOver": view.state is WorkshopState.CONCLUDED,
                "results": dict(results_of_acts()),
                "words": ballot_words(
                    page.wording, _notice(page.store, int(page.store.now().timestamp() // 60))
                ),
            }
        ],
    )


# Asked for once a minute instead of by each of a hundred phones at every run.
@lru_cache(maxsize=2)
def _notice(store: Store, minute: int) -> Notice:  # noqa: ARG001 - says how old the rest may be
    return read_notice(store)


def _idle(view: PhoneView) -> str:
    """What stands there while nothing is on."""
    if view.state is WorkshopState.CONCLUDED and view.has_names:
        return N_(
            "The workshop is concluded. Thank you! Except for what you gave under your name, your answers "
            "are anonymous now."
        )
    if view.state is WorkshopState.CONCLUDED:
        return N_(
            "The workshop is concluded. Thank you! Your answers are anonymous now: only counts are kept."
        )
    return N_("Nothing to do yet. This page changes by itself as soon as the facilitator begins.")


def _activity(page: PageContext, view: PhoneView, activity: PhoneActivity, person: int) -> dict[str, Any]:
    say = page.wording.say
    parts = parts_asked(activity_kind(activity.kind), activity.settings)
    shut = _why_shut(page, view, activity, parts)
    told = {
        "id": str(activity.id),
        "title": activity.title,
        "instructions": activity.instructions,
        "shut": say(shut) if shut else "",
    }
    return told if shut else told | _questions(page, view, activity, parts, person)


def _why_shut(
    page: PageContext, view: PhoneView, activity: PhoneActivity, parts: Sequence[Part]
) -> Message | str | None:
    """Why there is nothing to answer here now, None where there is."""
    if view.state is WorkshopState.CONCLUDED:
        return _idle(view)
    if not parts:
        return N_("A break. This page goes on by itself.")
    if activity.state is not ActivityState.OPEN:
        return _STATES[activity.state]
    return _why_others_write(page, view) if activity.has_writers and not view.is_writer else None


def _why_others_write(page: PageContext, view: PhoneView) -> Message | str:
    if view.table_number is None:
        number = number_of_seat(page.store, page.actor)
        return message(
            "Tables work on this. The facilitator says where you sit. You are participant {number}.",
            number=number,
        )
    if view.writer is None:
        return message("You sit at table {number}. Nobody writes for it yet.", number=view.table_number)
    if view.writer:
        return message(
            "You sit at table {number}. {name} writes for it; say what you think.",
            number=view.table_number,
            name=view.writer,
        )
    return message(
        "You sit at table {number}. Another phone writes for it; say what you think.",
        number=view.table_number,
    )


def _questions(
    page: PageContext, view: PhoneView, activity: PhoneActivity, parts: Sequence[Part], person: int
) -> dict[str, Any]:
    own = view.ballots[activity.id]
    return {
        "note": page.wording.say(_said_before(view, activity, parts)),
        "shortNote": page.wording.say(_said_shortly(view, activity, parts)),
        "textNote": page.wording.say(_said_of_texts(activity, parts)),
        "parts": [_part(page.wording, one) for one in parts],
        "subjects": activity.subjects_json,
        "whys": {id_: hint.why for id_, hint in asked_hints(activity.settings).items()},
        "table": view.table_number if activity.has_writers else None,
        "journey": _journey(page, view, activity, parts),
        "together": bool(activity.settings.get("together")),
        "current": str(activity.subject_id) if activity.subject_id else None,
        "asksName": activity.is_named,
        "name": own.name or (view.name if person == 1 else ""),
        "asksDepartment": activity.asks_department,
        "department": own.department,
        **_given(own),
    }


def _given(own: OwnBallot) -> dict[str, Any]:
    return {
        "content": dict(own.content),
        "isDone": own.is_done,
        "cards": [_own_card(one) for one in own.cards],
    }


def _own_card(card: OwnCard) -> dict[str, str]:
    return {
        "id": str(card.id),
        "kind": card.kind,
        "text": card.text,
        "touchpoint": str(card.touchpoint_id or ""),
        "who": card.name,
        "until": card.due_on.isoformat() if card.due_on else "",
    }


def _said_before(view: PhoneView, activity: PhoneActivity, parts: Sequence[Part]) -> Message | str:
    """Who will see what is answered, said before the first answer."""
    if _has_texts_alone(parts):
        return _said_of_texts(activity, parts)
    if activity.is_named:
        return N_("Open: your name is shown beside what you answer here.")
    return message(
        "Confidential: nobody sees what you alone answer, only figures about {floor} people or more.",
        floor=view.floor,
    )


def _said_shortly(view: PhoneView, activity: PhoneActivity, parts: Sequence[Part]) -> Message | str:
    """The same in a word, once somebody has answered; what is shown word for word is never confidential."""
    if _has_texts_alone(parts):
        return _said_before(view, activity, parts)
    return N_("Named") if activity.is_named else N_("Confidential")


def _has_texts_alone(parts: Sequence[Part]) -> bool:
    return all(isinstance(one, Write) for one in parts)


def _said_of_texts(activity: PhoneActivity, parts: Sequence[Part]) -> str:
    """How a text appears, which stands above the field however much was answered before."""
    has_names = activity.is_named and any(CardKind.ACTION in _kinds(one) for one in parts)
    return _WITH_NAME if has_names else N_("Your text appears word for word, without your name.")


def _kinds(part: Part) -> Sequence[CardKind]:
    return part.kinds if isinstance(part, Write) else ()


def _part(wording: Wording, part: Part) -> dict[str, Any]:
    say = wording.say
    told: dict[str, Any] = {"id": part.id}
    match part:
        case Rate():
            return told | {"isWhole": part.is_about_the_whole, "scales": _scales(part, wording)}
        case Points():
            spent = {"budget": part.budget, "mostEach": part.budget, "step": max(1, part.budget // 20)}
            return told | spent | {"question": say(part.question)}
        case Dots():
            spent = {"budget": part.most, "mostEach": part.most_each, "step": 1}
            return told | spent | {"question": say(part.question)}
        case Write():
            kinds = [(kind, say(CARD_WORDS[kind])) for kind in part.kinds]
            about = {"question": say(part.question), "placed": part.placed_kinds}
            actions = [kind for kind in part.kinds if kind is CardKind.ACTION]
            return told | about | {"kinds": kinds, "actions": actions, "most": part.most}
        case Promise():
            return told


def _scales(part: Rate, wording: Wording) -> list[dict[str, Any]]:
    """Each question with its values from the best to the worst, as thumbs find them."""
    return [
        {
            "id": scale.id,
            "question": wording.say(scale.question),
            "values": [
                (value, _numbered(wording, scale, value), wording.say(scale.words.get(value, "")))
                for value in range(scale.high, scale.low - 1, -1)
            ],
        }
        for scale in part.scales
    ]


def _numbered(wording: Wording, scale: RateScale, value: int) -> str:
    """The number beside the word; none where it only stands for the word."""
    return "" if scale.is_choice else wording.number(value, signed=scale.low < 0)


def _journey(page: PageContext, view: PhoneView, activity: PhoneActivity, parts: Sequence[Part]) -> str:
    """What a card may be about where the activity itself is about nothing: the whole journey."""
    is_asked = any(isinstance(one, Write) and one.placed_kinds for one in parts)
    if not is_asked or activity.subjects:
        return "[]"
    return read_journey(page.store, page.actor, view.content_revision)
