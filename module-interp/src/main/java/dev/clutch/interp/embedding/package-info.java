/**
 * Python in a Java program: {@link dev.clutch.interp.embedding.PythonRuntime} starts it, {@link dev.clutch.interp.embedding.PythonInterpreter} runs code in one of its isolated interpreters.
 *
 * <h2>Values</h2>
 *
 * <p>Values cross by copy, in both directions:
 *
 * <table>
 * <caption>what becomes of what</caption>
 * <tr><th>Java</th><th>Python</th><th>comes back as</th></tr>
 * <tr><td>{@code null}</td><td>None</td><td>{@code null}</td></tr>
 * <tr><td>Boolean</td><td>bool</td><td>Boolean</td></tr>
 * <tr><td>Byte, Short, Integer, Long, BigInteger</td><td>int</td><td>Long, or BigInteger where it does not fit</td></tr>
 * <tr><td>Float, Double</td><td>float</td><td>Double</td></tr>
 * <tr><td>String, Character</td><td>str</td><td>String</td></tr>
 * <tr><td>byte[], ByteBuffer</td><td>bytes</td><td>byte[] (a read-only ByteBuffer as a key or in a set)</td></tr>
 * <tr><td>Object[], List and other collections</td><td>list (tuple as a key or in a set)</td><td>List</td></tr>
 * <tr><td>Set</td><td>set (frozenset as a key or in a set)</td><td>Set</td></tr>
 * <tr><td>Map</td><td>dict</td><td>Map, in the same order</td></tr>
 * <tr><td>{@link dev.clutch.interp.embedding.JavaFunction}</td><td>a callable object</td><td>the JavaFunction</td></tr>
 * <tr><td>{@link dev.clutch.interp.embedding.PythonQueue}</td><td>concurrent.interpreters.Queue</td><td>PythonQueue</td></tr>
 * <tr><td>{@link dev.clutch.interp.embedding.PythonChannel}</td><td>_interpchannels.ChannelID</td><td>PythonChannel</td></tr>
 * <tr><td>{@link dev.clutch.interp.embedding.PythonObject}</td><td>the object; a proxy in another interpreter</td><td>PythonObject</td></tr>
 * </table>
 *
 * <p>A tuple arrives as a List, a bytearray as byte[], a frozenset as a Set. Lists, sets and maps that arrive cannot be changed and may contain null. Instances of subclasses and all other objects
 * stay where they are and arrive as a {@link dev.clutch.interp.embedding.PythonObject}. Any other Java object (a record, a date, an int[]) is refused by
 * {@link dev.clutch.interp.embedding.NotShareableException}, which says where in the value it is.
 *
 * <h2>Threads</h2>
 *
 * <p>Every method may be called from any thread, platform or virtual, whether it is in an interpreter or not, and waits for the lock of its interpreter; threads take turns, as Python's do. Waiting never pins a virtual
 * thread. A thread gives its lock back while it calls into another interpreter, waits at a queue or channel or runs a Java function, so no order of calls makes a deadlock of locks.
 */
@NullMarked
package dev.clutch.interp.embedding;

import org.jspecify.annotations.NullMarked;
