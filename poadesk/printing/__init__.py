"""Job 3: the papers. Pure data goes in, the bytes of a document come out."""
