"""Claims, forms, the glossary and the bibliography."""
