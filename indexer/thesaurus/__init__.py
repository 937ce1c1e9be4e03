"""What a word is called in other languages: the glossary, and dictionaries of the user's machine.

Order of trust: the glossary, a dictionary, the parts of a compound, a cognate, the word itself.
Nothing here asks an engine or a library; words come in as ``languages.base.words`` yields them.
"""
