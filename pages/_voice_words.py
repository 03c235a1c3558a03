"""What the history calls ideas and warnings, forms for customers, and what stands in them."""

from __future__ import annotations

from touchpoints.messages import N_

VOICE_ENTITIES = {
    "VoiceBox": N_("Box for ideas and warnings"),
    "Voice": N_("Idea or warning"),
    "FeedbackForm": N_("Feedback form"),
    "FeedbackSentence": N_("Sentence of a customer"),
}
VOICE_FIELDS = {
    "answer": N_("Answer"),
    "came_on": N_("Came in on"),
    "asks_sentence": N_("Asks for a sentence"),
}
