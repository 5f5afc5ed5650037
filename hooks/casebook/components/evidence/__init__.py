"""Statements, findings, results and sources, and the matrix of claims and cases."""
