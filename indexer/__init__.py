"""From a folder of documents to an index that can be asked."""
