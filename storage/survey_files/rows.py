"""The rows below the header as a stream of UTF-8, ended by a mark that shows whether the text was cut off."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TextIO

from storage.survey_files.options import MEGABYTE


class Rows(io.BufferedReader):
    """A binary file for the parser: other encodings become UTF-8, blank rows at the end are left out.

    The end mark is a row that is one cell too long, which the parser reports; a parser that does not see
    it is still inside a quotation that nobody closed.
    """

    def __init__(
        self, text: TextIO, delimiter: str, width: int, size: int, progress: Callable[[float], None]
    ) -> None:
        self.end_mark = delimiter.join(["\x03"] * (width + 1))
        super().__init__(_Utf8(text, delimiter, self.end_mark, size, progress), buffer_size=MEGABYTE)


class _Utf8(io.RawIOBase):
    def __init__(
        self, text: TextIO, delimiter: str, end_mark: str, size: int, progress: Callable[[float], None]
    ) -> None:
        self._text, self._end, self._size, self._progress = text, f"\n{end_mark}\n", size, progress
        self._blanks = f"{delimiter} \t\r\n"
        self._held = ""
        self._pending = memoryview(b"")
        self._has_content = self._has_ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, target: memoryview) -> int:  # type: ignore[override] # a bytearray never comes
        if not self._pending:
            self._pending = memoryview(self._next().encode())
        taken = self._pending[: len(target)]
        target[: len(taken)] = taken
        self._pending = self._pending[len(taken) :]
        return len(taken)

    def _next(self) -> str:
        """More text, empty at the end; blanks are held back until something follows them."""
        while not self._has_ended:
            block = self._text.read(MEGABYTE)
            self._progress(self._text.buffer.tell() / self._size)
            text = self._held + block if block else self._ending()
            kept = text if len(text) > 2 * MEGABYTE or not block else text.rstrip(self._blanks)
            self._held = text[len(kept) :]
            if kept:
                self._has_content = True
                return kept
        return ""

    def _ending(self) -> str:
        """The rest of the last row that holds something, and the mark."""
        self._has_ended = True
        if not self._has_content:
            return self._end
        line_break = min((at for at in map(self._held.find, "\r\n") if at >= 0), default=len(self._held))
        return self._held[:line_break] + self._end
