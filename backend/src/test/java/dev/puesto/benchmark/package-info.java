/**
 * Measures a running Puesto from outside, over HTTP, with complete and checked answers. Figures live here, never in a
 * test: run {@link dev.puesto.benchmark.Benchmark#main} against an instance that was loaded with benchmark data.
 */
package dev.puesto.benchmark;
