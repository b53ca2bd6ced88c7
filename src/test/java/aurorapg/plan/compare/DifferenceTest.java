package aurorapg.plan.compare;

import static aurorapg.plan.compare.Plans.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aurorapg.plan.analysis.InputPath;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void items_with_names_are_compared_by_name() {
        assertEquals(List.of(new PropertyChange("parameters[name=b.c].value", "1", "2", false)), only(
                "{'parameters':[{'name':'a','value':'1'},{'name':'b.c','value':'1'}]}",
                "{'parameters':[{'name':'b.c','value':'2'},{'name':'a','value':'1'}]}"));
    }

    @Test
    void items_without_names_are_compared_by_place() {
        assertEquals(List.of(
                new PropertyChange("subnetIds[1]", "<b>", "<c>", false),
                new PropertyChange("subnetIds[2]", "(absent)", "<d>", false)),
                only("{'subnetIds':['<a>','<b>']}", "{'subnetIds':['<a>','<c>','<d>']}"));
    }

    @Test
    void policies_are_compared_by_meaning() {
        assertEquals(List.of(new PropertyChange("policy.Statement[Sid=A].Action", "x:Get", "x:Put", false)), only(
                "{'policy':'{\\'Statement\\':[{\\'Sid\\':\\'A\\',\\'Action\\':\\'x:Get\\'}]}'}",
                "{'policy':'{ \\'Statement\\' : [{\\'Action\\':\\'x:Put\\',\\'Sid\\':\\'A\\'}]}'}"));
    }

    @Test
    void what_is_absent_says_so() {
        assertEquals(List.of(new PropertyChange("tags.A", "(absent)", "1", false)), only("{}", "{'tags':{'A':'1'}}"));
        assertEquals(List.of(new PropertyChange("port", "5432", "(absent)", false)),
                only("{'port':5432}", "{'port':null}"));
    }

    @Test
    void long_texts_are_shown_around_the_first_difference() {
        var one = only("{'userData':'" + "a".repeat(500) + "b" + "c".repeat(500) + "'}",
                "{'userData':'" + "a".repeat(500) + "d" + "c".repeat(500) + "'}").get(0);

        assertTrue(one.before().startsWith("…" + "a".repeat(20) + "bcc"), one.before());
        assertTrue(one.after().startsWith("…" + "a".repeat(20) + "dcc"), one.after());
        assertTrue(one.after().length() <= 82);
    }

    @Test
    void a_forcing_input_covers_what_lies_below_it() {
        assertTrue(InputPath.covers("hooks", "hooks[name=a.b].result"));
        assertTrue(InputPath.covers("hooks.result", "hooks[0].result"));
        assertEquals(false, InputPath.covers("hooks.result", "hooks[0].results"));
        assertEquals(false, InputPath.covers("name", "namePrefix"));
    }

    private static List<PropertyChange> only(String before, String after) {
        return edit(PARAMETERS, before, after).changes().get(0).properties();
    }
}
