"""Findable pieces: segmentation, chunks, embedding, vectors, lexical search, fusion, the store on disk."""
