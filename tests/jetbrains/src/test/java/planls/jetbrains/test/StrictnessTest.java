package planls.jetbrains.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the other tests can fail: the client stops at each of these messages, and only at those that are wrong. */
class StrictnessTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "fine | Content-Length | {'method':'window/logMessage','params':{'type':3,'message':'x'}}",
        "fine | Content-Length | {'id':1,'method':'workspace/configuration','params':{'items':[{'section':'planls'}]}}",
        "stop | content-length | {'method':'window/logMessage','params':{'type':3,'message':'x'}}",
        "stop | Content-Length | {'method':'window/logMessage','params':{'type':3}}",
        "stop | Content-Length | {'method':'window/logMessage','params':{'type':'loud','message':'x'}}",
        "stop | Content-Length | {'method':'textDocument/publishDiagnostics','params':{'uri':'file:///a','diagnostics':{}}}",
        "stop | Content-Length | {'method':'textDocument/publishDiagnostics','params':{'uri':'file:///a','diagnostics':[{'message':'x'}]}}",
        "stop | Content-Length | {'id':12345678901,'method':'workspace/diagnostic/refresh'}",
        "stop | Content-Length | {'id':1,'result':null}",
        "stop | Content-Length | {'method':'planls/planChanged','params':{}}",
        "stop | Content-Length | {'method':",
    })
    void stopsAtWhatIsWrong(String expected, String header, String body) throws IOException {
        String message = body.replace('\'', '"').replaceFirst("\\{", "{\"jsonrpc\":\"2.0\",");
        String framed = header + ": " + message.length() + "\r\n\r\n" + message;
        List<String> command = List.of("sh", "-c", "printf %s \"$1\"; read line", "server", framed);
        try (Client client = new Client(command, StandardCharsets.UTF_8)) {
            for (int i = 0; i < 20 && client.failure == null; i++) {
                Client.sleep(25);
            }
            if (expected.equals("fine")) {
                assertNull(client.failure);
                assertEquals(1, client.requests.size() + client.notifications.size());
            } else {
                assertEquals(true, client.failure != null, message);
            }
        }
    }
}
