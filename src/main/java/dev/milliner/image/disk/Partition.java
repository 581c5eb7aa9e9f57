package dev.milliner.image.disk;

/**
 * A partition of a disk.
 *
 * @param number from 1
 * @param start in bytes
 * @param size in bytes
 * @param id its own id in a GPT, in lower case; empty in an MBR
 */
public record Partition(int number, long start, long size, String id) {}
