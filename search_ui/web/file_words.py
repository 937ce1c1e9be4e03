"""Every sentence that reading files leaves in an index, and the phrases within them.

A value, ``%(name)s``, stands for anything, or for another line of this module.
"""

from __future__ import annotations

from .marks import N_

PHRASES = (
    N_("a PDF file"),
    N_("a web page"),
    N_("Markdown text"),
    N_("plain text"),
    N_("a Word document (.docx)"),
    N_("a PowerPoint presentation (.pptx)"),
    N_("an Excel workbook (.xlsx)"),
    N_("an OpenDocument text (.odt)"),
    N_("an OpenDocument spreadsheet (.ods)"),
    N_("an OpenDocument presentation (.odp)"),
    N_("an electronic book (.epub)"),
    N_("a rich text document (.rtf)"),
    N_("a document of an older office program (.doc, .xls or .ppt)"),
    N_("an older Word document (.doc)"),
    N_("an older Excel workbook (.xls)"),
    N_("an older PowerPoint presentation (.ppt)"),
    N_("an Outlook message (.msg)"),
    N_("an e-mail (.eml)"),
    N_("a PostScript file"),
    N_("an archive (%(ending)s)"),
    N_("a compressed file (%(ending)s)"),
    N_("a film or picture"),
    N_("a sound recording"),
    N_("a recording"),
    N_("a picture or recording"),
    N_("a %(format)s picture"),
    N_("a database"),
    N_("a program"),
    N_("data for a program"),
    N_("This is a scan or has a font without a character map"),
    N_("This is a scan"),
    N_("Page %(number)s is a scan or has a font without a character map"),
    N_("Page %(number)s is a scan"),
    N_(
        "Each of %(number)s pages between page %(first)s and page %(last)s is a scan"
        " or has a font without a character map"
    ),
    N_("Each of %(number)s pages between page %(first)s and page %(last)s is a scan"),
    N_("%(number)s seconds of computing"),
    N_("%(number)s seconds"),
    N_("it is not written in UTF-8"),
    N_("it is longer than %(number)s bytes"),
)
"""What may stand within a sentence; the longer of two that begin alike comes first."""

SENTENCES = (
    N_("Save it as PDF or text."),
    N_("Save it as .docx, .xlsx or .pptx."),
    N_("Save it as %(ending)s."),
    N_("Unpack it."),
    N_("The file is empty."),
    N_("The file holds no words."),
    N_("The page holds no text."),
    N_("It is damaged inside the file that holds it. Pack it again."),
    N_(
        "This looks like %(found)s, although its name promises %(promised)s; such files cannot be read yet."
        " %(advice)s"
    ),
    N_("This looks like %(found)s; such files cannot be read yet. %(advice)s"),
    N_("The name promises %(promised)s, but the content is %(found)s and was read as such."),
    N_("Reading it needs more memory than allowed. Split it."),
    N_("Its parts are nested without end. Save it again from its program."),
    N_(
        "It is damaged, or written in a way that is not understood (%(detail)s)."
        " Save it again from its program."
    ),
    N_("It is damaged or cut off. Save it again from its program."),
    N_("It holds more than %(number)s million characters. Split it."),
    N_("It holds %(number)s files; at most %(most)s are unpacked. Split it."),
    N_("Unpacked it has %(size)s MB, which is too large. Split it."),
    N_("The file is protected by a password. Save a copy without one."),
    N_("The program that reads it crashed on it. Save it again from its program."),
    N_("It took longer than %(time)s to read. Split it or save it again."),
    N_("It is nested in more than %(most)s files. Unpack it."),
    N_("The book does not say where its text stands. Save it again from its program."),
    N_("It has %(number)s pages; at most %(most)s are read. Split it."),
    N_("The PDF is damaged or cut off. Export it from its program again."),
    N_("The name of a sidecar ends in %(ending)s, in small letters. Rename it."),
    N_("It describes %(name)s, which is not there. Put %(name)s beside it, or remove this."),
    N_("The name is not valid UTF-8. Rename it."),
    N_("The folders are nested more than %(most)s deep. Move this one up."),
    N_("The file has %(size)s MB; at most %(most)s MB are read. Split it."),
    N_("It cannot be opened: %(detail)s."),
    N_("This is a symbolic link; links are not followed. Put the file itself here."),
    N_("This is a pipe, socket or device, not a file. Remove it from the corpus."),
    N_("The file changed or went while it was being read. Build again when it is complete."),
    N_("Page %(number)s is damaged and was left out."),
    N_(
        "Page %(number)s has a font without a character map: its text cannot be read."
        " Export it again from its program."
    ),
    N_(
        "%(pages)s. Install tesseract with the languages of the library"
        " (tesseract-ocr-dan, tesseract-ocr-pol …) to read it."
    ),
    N_("%(pages)s; its text could not be recognised in %(seconds)s seconds. Split the file."),
    N_("It holds almost no text (pages: %(pages)s, words: %(words)s)."),
    N_("Only %(number)s rows of the sheet %(name)s were read."),
    N_("Only %(read)s of its %(number)s files were read. Split it."),
    N_("The file could not be read on this build (%(reason)s); this is its last good version."),
    N_("The sidecar %(name)s has a field “%(field)s”, which is unknown; “%(near)s” may be meant."),
    N_("The sidecar %(name)s has a field “%(field)s”, which is unknown; the fields are %(fields)s."),
    N_("The sidecar %(name)s says %(field)s = “%(value)s”, which is no text."),
    N_(
        "The sidecar %(name)s says %(field)s = “%(value)s”, which is no date;"
        " write 2014, 2014-05 or 2014-05-06."
    ),
    N_("The sidecar %(name)s says %(field)s = “%(value)s”, which is no kind; the kinds are %(kinds)s."),
    N_(
        "The sidecar %(name)s says %(field)s = “%(value)s”, which is no language of the search;"
        " they are %(languages)s."
    ),
    N_(
        "The sidecar %(name)s says %(field)s = “%(value)s”, which is no web address; it begins with https://."
    ),
    N_("The sidecar %(name)s was not used: %(reason)s."),
    N_("Without the glossary %(path)s words are not translated: %(detail)s."),
    N_("%(name)s has no line that names its columns, so it is not used."),
    N_("%(name)s holds no concept, so words are not translated by it."),
    N_("The newest index is damaged. Generation %(number)s answers until the next build."),
    N_(
        "The original file %(path)s is no longer in the library's folder. The text that was read from it can"
        " still be searched and read; the next build of the index follows the change."
    ),
    N_(
        "The original file %(path)s has changed since it was indexed. The text that was read from it can"
        " still be searched and read; the next build of the index follows the change."
    ),
)
"""What may be said; the longer of two that begin alike comes first."""
